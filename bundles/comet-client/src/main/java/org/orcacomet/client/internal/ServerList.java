package org.orcacomet.client.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.orcacomet.client.CometSettingsException;

/** The form in which ORCA keeps the addresses of COMET's servers. */
public final class ServerList {
    private ServerList() {}

    /**
     * The addresses of a comma-separated list, without slashes at their ends.
     *
     * @throws CometSettingsException if an entry is no https address, or there is none; the sentence gives its number,
     *     for the entry itself may hold a password
     */
    public static List<URI> parse(String list) {
        List<URI> servers = new ArrayList<>();
        String[] entries = list.split(",", -1);
        for (int i = 0; i < entries.length; i++) {
            servers.add(server(entries[i].trim(), "entry " + (i + 1) + " of " + entries.length + " of comethost"));
        }
        return servers;
    }

    private static URI server(String entry, String where) {
        try {
            URI uri = new URI(withoutSlashes(entry));
            if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
                throw new CometSettingsException(where + " is not an address like https://host:8111");
            }
            if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
                throw new CometSettingsException(where + " has more than scheme, host, port and path");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new CometSettingsException(where + " is not an address like https://host:8111");
        }
    }

    private static String withoutSlashes(String entry) {
        int end = entry.length();
        while (end > 0 && entry.charAt(end - 1) == '/') {
            end--;
        }
        return entry.substring(0, end);
    }
}
