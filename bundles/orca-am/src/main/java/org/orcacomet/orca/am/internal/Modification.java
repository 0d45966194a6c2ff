package org.orcacomet.orca.am.internal;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.orcacomet.userdata.family.EntryProperties;
import org.orcacomet.userdata.family.FamilyEntry;
import org.orcacomet.userdata.family.InvalidProperty;
import org.orcacomet.userdata.family.Section;
import org.orcacomet.userdata.family.UnitFamilies;
import org.orcacomet.userdata.family.User;

/** Reads what is to change: from ORCA's {@code modify.N.*}, or from a section and an entry. */
public final class Modification {
    private static final Pattern SUBCOMMAND = Pattern.compile("modify\\.subcommand\\.(0|[1-9][0-9]{0,8})");
    private static final String HOST_INTERFACE = "hosteth";
    private static final String MAC = "mac";
    private static final String DEVICE = "device";

    private Modification() {}

    /**
     * What the highest subcommand asks for; empty if it changes no family.
     *
     * @throws InvalidProperty if there is none or it is unknown, or one of its arguments is missing or wrong
     */
    public static Optional<FamilyChange<?>> of(Map<String, String> unit) {
        int number = highest(unit);
        String arguments = "modify." + number + ".";
        switch (unit.get("modify.subcommand." + number).trim()) {
            case "modify.addiface":
                return Optional.of(put(Section.INTERFACES, arguments, unit, HOST_INTERFACE));
            case "modify.removeiface":
                return Optional.of(remove(Section.INTERFACES, arguments + MAC, unit));
            case "modify.addstorage":
                return Optional.of(put(Section.STORAGE, arguments, unit));
            case "modify.removestorage":
                return Optional.of(remove(Section.STORAGE, arguments + DEVICE, unit));
            case "modify.ssh":
                return Optional.of(FamilyChange.put(Section.USERS, users(arguments, unit)));
            case "modify.restart":
                return Optional.empty();
            default:
                throw new InvalidProperty(
                        "modify.subcommand." + number,
                        "is none of modify.addiface, modify.removeiface, modify.addstorage, modify.removestorage,"
                                + " modify.ssh, modify.restart");
        }
    }

    private static <E extends FamilyEntry> FamilyChange<E> put(
            Section<E> section, String arguments, Map<String, String> unit, String... demanded) {
        return FamilyChange.put(
                section,
                Collections.singletonList(EntryProperties.at(arguments, unit).read(section, demanded)));
    }

    private static FamilyChange<?> remove(Section<?> section, String property, Map<String, String> unit) {
        return remove(section, property, unit.getOrDefault(property, ""));
    }

    private static int highest(Map<String, String> unit) {
        return unit.keySet().stream()
                .map(SUBCOMMAND::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .max(Integer::compare)
                .orElseThrow(() -> new InvalidProperty("modify.subcommand.1", "is missing"));
    }

    private static List<User> users(String prefix, Map<String, String> unit) {
        List<User> users = UnitFamilies.users(prefix, unit);
        return users.isEmpty()
                ? Collections.singletonList(EntryProperties.at(prefix, unit).read(Section.USERS))
                : users;
    }

    /**
     * An entry that is put into a section.
     *
     * @throws InvalidProperty naming the section or the properties that are unknown, missing or wrong
     */
    public static FamilyChange<?> put(String section, Map<String, String> entry) {
        return put(section(section), entry);
    }

    private static <E extends FamilyEntry> FamilyChange<E> put(Section<E> section, Map<String, String> entry) {
        Set<String> unknown = new TreeMap<>(entry).keySet();
        unknown.removeAll(section.properties());
        if (!unknown.isEmpty()) {
            throw new InvalidProperty(String.join(", ", unknown), "is unknown to the section " + section);
        }
        return FamilyChange.put(
                section, Collections.singletonList(EntryProperties.at("", entry).read(section)));
    }

    /**
     * An entry that is taken out of a section.
     *
     * @throws InvalidProperty naming the section or the key, if it is unknown or wrong
     */
    public static FamilyChange<?> remove(String section, String key) {
        return remove(section(section), "key", key);
    }

    private static <E extends FamilyEntry> FamilyChange<E> remove(Section<E> section, String property, String name) {
        try {
            return FamilyChange.remove(section, section.entryName(name));
        } catch (IllegalArgumentException wrong) {
            throw new InvalidProperty(property, wrong.getMessage());
        }
    }

    private static Section<?> section(String name) {
        return Section.ofUnit(name)
                .orElseThrow(() -> new InvalidProperty(
                        "section",
                        "is none of "
                                + Section.ofUnit().stream()
                                        .map(Section::toString)
                                        .collect(Collectors.joining(", "))));
    }
}
