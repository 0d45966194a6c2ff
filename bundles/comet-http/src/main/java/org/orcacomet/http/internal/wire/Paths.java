package org.orcacomet.http.internal.wire;

import org.eclipse.jetty.server.Request;

/** The paths of calls: slashes before and after them do not matter, as clients join hosts and paths with their own. */
public final class Paths {
    private Paths() {}

    /** The path of a request without the slashes around it; it may be anything, so it is not for the log. */
    public static String name(Request request) {
        String path = request.getHttpURI().getPath();
        if (path == null) {
            return "";
        }
        int start = 0;
        int end = path.length();
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(start, end);
    }
}
