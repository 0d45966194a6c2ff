package org.orcacomet.bridge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an operator set for COMET among ORCA's properties, and the configurations inside that follow from it; cannot be
 * changed. A property that is blank is not set.
 */
public final class OrcaProperties {
    /** Whether the VMs of a slice share their public keys. */
    public static final String PUBLIC_KEYS = "orca.comet.pubkeys.enabled";
    /** Whether the VMs of a slice share their host names. */
    public static final String HOSTS = "orca.comet.hosts.enabled";
    /** How long one createSlice or modifySlice may wait for COMET in all. */
    public static final String SLICE_WAIT = "orca.comet.slice.wait.ms";

    private static final String OURS = "orca.comet.";
    private static final Duration SLICE_WAIT_DEFAULT = Duration.ofSeconds(10);
    private static final Pattern COMET = Pattern.compile("comethost|comet\\..+");
    private static final Pattern SWITCH = Pattern.compile(Pattern.quote(PUBLIC_KEYS) + "|" + Pattern.quote(HOSTS));
    private static final Pattern CONFIGURATION = Pattern.compile("orca\\.comet\\.config\\.([^/]+)/(.+)");

    private static final String CLIENT = "org.orcacomet.client";
    private static final String SLICES = "org.orcacomet.orca";
    private static final String JOURNAL = "org.orcacomet.journal";

    private final Map<String, String> set;

    private OrcaProperties(Map<String, String> set) {
        this.set = Collections.unmodifiableMap(set);
    }

    /** Those of ORCA's properties that are for COMET. */
    public static OrcaProperties of(Map<String, String> all) {
        Map<String, String> set = new TreeMap<>();
        all.forEach((name, value) -> {
            boolean ours = name.startsWith(OURS) || COMET.matcher(name).matches();
            if (ours && !value.trim().isEmpty()) {
                set.put(name, value);
            }
        });
        return new OrcaProperties(set);
    }

    /** Whether any of COMET's own properties is set: host, certificates, key. */
    public boolean cometIsSet() {
        return set.keySet().stream().anyMatch(name -> COMET.matcher(name).matches());
    }

    /** Whether the controller has anything to write for a slice. */
    public boolean sharesInSlices() {
        return isTrue(HOSTS) || isTrue(PUBLIC_KEYS);
    }

    private boolean isTrue(String name) {
        return Boolean.parseBoolean(set.getOrDefault(name, "").trim());
    }

    /**
     * How long one createSlice or modifySlice may wait for COMET in all.
     *
     * @throws IllegalArgumentException if what is set is no number of milliseconds, zero or more
     */
    public Duration sliceWait() {
        String text = set.get(SLICE_WAIT);
        if (text == null) {
            return SLICE_WAIT_DEFAULT;
        }
        if (!text.trim().matches("\\d{1,9}")) {
            throw new IllegalArgumentException(SLICE_WAIT + " is no number of milliseconds");
        }
        return Duration.ofMillis(Long.parseLong(text.trim()));
    }

    /** The names that begin as ours do and mean nothing. */
    public List<String> unknown() {
        return set.keySet().stream()
                .filter(name ->
                        !COMET.matcher(name).matches() && !SWITCH.matcher(name).matches())
                .filter(name ->
                        !name.equals(SLICE_WAIT) && !CONFIGURATION.matcher(name).matches())
                .collect(Collectors.toList());
    }

    /** What is configured inside, by PID; values may be secret. */
    Map<String, Map<String, Object>> configurations(Path journal) {
        Map<String, Map<String, Object>> byPid = new TreeMap<>();
        configure(byPid, JOURNAL, "dir", journal.toString());
        set.forEach((name, value) -> {
            if (COMET.matcher(name).matches()) {
                configure(byPid, CLIENT, name, value);
                configure(byPid, SLICES, name, value);
            } else if (SWITCH.matcher(name).matches()) {
                configure(byPid, SLICES, name, value);
            }
        });
        set.forEach((name, value) -> {
            Matcher one = CONFIGURATION.matcher(name);
            if (one.matches()) {
                configure(byPid, one.group(1), one.group(2), value);
            }
        });
        return byPid;
    }

    private static void configure(Map<String, Map<String, Object>> byPid, String pid, String key, String value) {
        byPid.computeIfAbsent(pid, unused -> new TreeMap<>()).put(key, value);
    }

    @Override
    public String toString() {
        return "OrcaProperties" + set.keySet();
    }
}
