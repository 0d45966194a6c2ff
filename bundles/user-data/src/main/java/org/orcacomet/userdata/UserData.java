package org.orcacomet.userdata;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.orcacomet.userdata.family.InvalidProperty;

/** The section {@code [global]} of an instance's user data. Immutable; holds tokens, so it shows its names alone. */
public final class UserData {
    private static final String HEADER = "[global]";

    private final Map<GlobalName, String> values;

    private UserData(Map<GlobalName, String> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /**
     * The section from ORCA's properties. Blank ones are missing.
     *
     * @throws InvalidProperty naming the first one that has more than one line
     */
    public static UserData of(Map<String, String> unit) {
        Map<GlobalName, String> values = new EnumMap<>(GlobalName.class);
        for (GlobalName name : GlobalName.values()) {
            put(values, name, unit.getOrDefault(name.property(), ""));
        }
        return new UserData(values);
    }

    /**
     * The same with this value, or, if it is blank, without.
     *
     * @throws InvalidProperty naming the property, if the value has more than one line
     */
    public UserData with(GlobalName name, String value) {
        Map<GlobalName, String> changed = copy();
        changed.remove(name);
        put(changed, name, value);
        return new UserData(changed);
    }

    /** The same without anything of COMET's. */
    public UserData withoutComet() {
        Map<GlobalName, String> kept = copy();
        kept.keySet().removeIf(GlobalName::ofComet);
        return new UserData(kept);
    }

    private Map<GlobalName, String> copy() {
        Map<GlobalName, String> copy = new EnumMap<>(GlobalName.class);
        copy.putAll(values);
        return copy;
    }

    private static void put(Map<GlobalName, String> values, GlobalName name, String value) {
        String text = value.trim();
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidProperty(name.property(), "holds a control character");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new InvalidProperty(name.property(), "is not Unicode text");
        }
        if (!text.isEmpty()) {
            values.put(name, text);
        }
    }

    /** The value of a name, if it has one. */
    public Optional<String> get(GlobalName name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The text of the section: a line for each name, in order; a comment where there is no value. */
    public String render() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (GlobalName name : GlobalName.values()) {
            text.append(get(name).map(v -> name.text() + "=" + v).orElse(";" + name.text() + "= Not Specified"))
                    .append('\n');
        }
        return text.toString();
    }

    /** Reads the section out of a file; comments, other sections and names that it does not know are left out. */
    public static UserData parse(String text) {
        Map<GlobalName, String> values = new EnumMap<>(GlobalName.class);
        boolean inside = false;
        for (String line : text.split("\r?\n", -1)) {
            if (line.startsWith("[")) {
                inside = line.trim().equals(HEADER);
            } else if (inside && line.contains("=")) {
                int equals = line.indexOf('=');
                GlobalName.of(line.substring(0, equals).trim())
                        .ifPresent(name -> put(values, name, line.substring(equals + 1)));
            }
        }
        return new UserData(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserData && ((UserData) other).values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The names that have a value. */
    @Override
    public String toString() {
        return "UserData" + values.keySet();
    }
}
