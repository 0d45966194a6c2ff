package org.orcacomet.orca.controller.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Which of ORCA's properties for COMET are set: it takes host, CA, and an identity as key store or as PEM files. */
public final class CometProperties {
    private static final String KEY_STORE = "comet.clientkeystore";
    private static final List<String> PEM = Arrays.asList("comet.clientcert", "comet.clientkey");
    private static final List<String> ALWAYS = Arrays.asList("comethost", "comet.cacert");

    private final boolean complete;
    private final List<String> missing;

    private CometProperties(boolean complete, List<String> missing) {
        this.complete = complete;
        this.missing = Collections.unmodifiableList(missing);
    }

    /** What these say; a blank value is none. */
    public static CometProperties of(Map<String, String> properties) {
        List<String> unset = unset(properties, ALWAYS);
        List<String> unsetPem = unset(properties, PEM);
        boolean keyStore =
                unset(properties, Collections.singletonList(KEY_STORE)).isEmpty();
        boolean none = unset.size() == ALWAYS.size() && unsetPem.size() == PEM.size() && !keyStore;
        if (!keyStore) {
            unset.addAll(unsetPem.size() == PEM.size() ? Collections.singletonList(KEY_STORE) : unsetPem);
        }
        return new CometProperties(unset.isEmpty(), none ? Collections.emptyList() : unset);
    }

    private static List<String> unset(Map<String, String> properties, List<String> names) {
        List<String> unset = new ArrayList<>(names);
        unset.removeIf(name -> !properties.getOrDefault(name, "").trim().isEmpty());
        return unset;
    }

    /** Whether all is set. */
    public boolean complete() {
        return complete;
    }

    /** What is missing while another is set; it cannot be changed. */
    public List<String> missing() {
        return missing;
    }
}
