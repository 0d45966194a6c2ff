package org.orcacomet.tasks;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tools.ant.BuildException;

/** What an entry's value is made of where ORCA's handlers pack it into one text, with colons between its parts. */
enum PackedValue {
    /** {@code sudo:key}. */
    USERS("login", "sudo", "keys"),
    /** {@code state:ipVersion[:ip]}. */
    INTERFACES("mac", "state", "ipversion", "ip"),
    /** {@code type:ip:port[:lun:chapuser:chapsecret:attach:fstype:fsoptions:format:mountpoint]}. */
    STORAGE(
            "device",
            "type",
            "target.ip",
            "target.port",
            "target.lun.num",
            "target.chap_user",
            "target.chap_password",
            "target.should_attach",
            "fs.type",
            "target.options",
            "target.should_format",
            "target.mount_point"),
    /** The next hop, whole. */
    ROUTES("network", "nexthop"),
    /** The body, whole. */
    SCRIPTS("name", "body");

    private static final String COLON = ":";

    private final String key;
    private final List<String> parts;

    PackedValue(String key, String... parts) {
        this.key = key;
        this.parts = Arrays.asList(parts);
    }

    /** That of a section. */
    static PackedValue of(String section) {
        return Stream.of(values())
                .filter(packed -> packed.section().equals(section))
                .findFirst()
                .orElseThrow(() -> new BuildException(Stream.of(values())
                        .map(PackedValue::section)
                        .collect(Collectors.joining(", ", "section is none of ", ", global"))));
    }

    /** The section's name. */
    String section() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * The entry with this key and value. A part that is a property that Ant does not know is left out, and what follows
     * the last part is cut off, as ORCA's task does; either is warned of, without the value.
     */
    Map<String, String> entry(String name, String value, Consumer<String> warnings) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put(key, name);
        List<String> values = split(value);
        for (int i = 0; i < Math.min(parts.size(), values.size()); i++) {
            put(entry, parts.get(i), values.get(i), warnings);
        }
        if (values.size() > parts.size()) {
            warnings.accept("the value of " + name + " is cut off at its colon number " + parts.size());
        }
        return entry;
    }

    private List<String> split(String value) {
        return parts.size() == 1 ? Collections.singletonList(value) : Arrays.asList(value.split(COLON, -1));
    }

    private static void put(Map<String, String> entry, String part, String value, Consumer<String> warnings) {
        if (CometTask.isUnset(value)) {
            warnings.accept(part + " is left out, as " + value + " is not set");
        } else if (!value.isEmpty()) {
            entry.put(part, value);
        }
    }
}
