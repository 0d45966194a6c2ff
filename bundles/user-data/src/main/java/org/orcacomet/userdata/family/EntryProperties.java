package org.orcacomet.userdata.family;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The properties of ORCA that make one entry: those with one prefix, such as {@code unit.eth1.}. */
public final class EntryProperties {
    private final String prefix;
    private final Map<String, String> properties;

    private EntryProperties(String prefix, Map<String, String> properties) {
        this.prefix = prefix;
        this.properties = properties;
    }

    /** Those of a map that begin with a prefix, which may be empty. */
    public static EntryProperties at(String prefix, Map<String, String> map) {
        return new EntryProperties(prefix, map);
    }

    /** The same with one more, named without the prefix. */
    EntryProperties with(String property, String value) {
        Map<String, String> more = new HashMap<>(properties);
        more.put(prefix + property, value);
        return new EntryProperties(prefix, more);
    }

    /**
     * The entry that they make; properties that the section does not know are left out.
     *
     * @param demanded properties, without the prefix, that must be there though the section does not require them
     * @throws InvalidProperty naming each property that is missing or wrong
     */
    public <E extends FamilyEntry> E read(Section<E> section, String... demanded) {
        Map<String, String> violations = new LinkedHashMap<>();
        for (String property : demanded) {
            if (text(property).trim().isEmpty()) {
                violations.put(prefix + property, "is missing");
            }
        }
        try {
            E entry = section.entry(members(section.schema()));
            if (violations.isEmpty()) {
                return entry;
            }
        } catch (InvalidEntry invalid) {
            invalid.violations().forEach((member, why) -> violations.put(property(section.schema(), member), why));
        }
        throw new InvalidProperty(violations);
    }

    private Map<String, String> members(Schema schema) {
        Map<String, String> members = new HashMap<>();
        schema.members().forEach(member -> members.put(member.name(), text(member.property())));
        return members;
    }

    private String property(Schema schema, String name) {
        return schema.members().stream()
                .filter(member -> member.name().equals(name))
                .map(member -> prefix + member.property())
                .findFirst()
                .orElse(prefix + name);
    }

    /** The value of a property, named without the prefix; empty if it is not there. */
    String text(String property) {
        return properties.getOrDefault(prefix + property, "");
    }
}
