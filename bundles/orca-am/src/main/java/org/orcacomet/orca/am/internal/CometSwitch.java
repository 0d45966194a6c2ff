package org.orcacomet.orca.am.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orcacomet.userdata.family.InvalidProperty;

/** Whether COMET is on, as a sliver's properties say: all of its properties are set, or none; half is an error. */
public final class CometSwitch {
    private static final String HOST = "comethost";
    private static final String CA = "comet.cacert";
    private static final String KEY_STORE = "comet.clientkeystore";
    private static final String CERTIFICATE = "comet.clientcert";
    private static final String KEY = "comet.clientkey";

    private CometSwitch() {}

    /**
     * Whether COMET is on.
     *
     * @throws InvalidProperty naming what is missing where some are set, or {@code comethost} if it is no list of URLs
     */
    public static boolean on(Map<String, String> unit) {
        if (off(unit)) {
            return false;
        }
        List<String> missing = missing(unit);
        if (!missing.isEmpty()) {
            throw new InvalidProperty(
                    String.join(", ", missing),
                    "is missing while other properties of COMET are set; set all of comethost, comet.cacert and"
                            + " comet.clientkeystore (or comet.clientcert and comet.clientkey), or none");
        }
        for (String url : unit.get(HOST).split(",", -1)) {
            requireUrl(url.trim());
        }
        return true;
    }

    /** Whether nothing of COMET is set. */
    public static boolean off(Map<String, String> unit) {
        return !set(unit, HOST)
                && !set(unit, CA)
                && !set(unit, KEY_STORE)
                && !set(unit, CERTIFICATE)
                && !set(unit, KEY);
    }

    private static List<String> missing(Map<String, String> unit) {
        List<String> missing = new ArrayList<>();
        add(missing, unit, HOST);
        add(missing, unit, CA);
        if (!set(unit, KEY_STORE) && !set(unit, CERTIFICATE) && !set(unit, KEY)) {
            missing.add(KEY_STORE);
        } else if (!set(unit, KEY_STORE)) {
            add(missing, unit, CERTIFICATE);
            add(missing, unit, KEY);
        }
        return missing;
    }

    private static void add(List<String> missing, Map<String, String> unit, String property) {
        if (!set(unit, property)) {
            missing.add(property);
        }
    }

    private static boolean set(Map<String, String> unit, String property) {
        return !unit.getOrDefault(property, "").trim().isEmpty();
    }

    private static void requireUrl(String text) {
        try {
            URI url = new URI(text);
            if (url.getHost() != null && String.valueOf(url.getScheme()).matches("https?")) {
                return;
            }
        } catch (URISyntaxException e) {
            // Its message quotes the text, so it is not passed on.
        }
        throw new InvalidProperty(HOST, "is no list of URLs, separated by commas");
    }
}
