package org.orcacomet.userdata.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orcacomet.api.ScopeValue;

/** The five families of a unit that joins, from the properties that ORCA gives. */
public final class UnitFamilies {
    private static final String USER = "config.ssh.user";
    private static final String USER_ORDER = "config.ssh.numlogins";
    private static final String INTERFACE = "unit.eth";
    private static final String STORAGE = "unit.storage";
    private static final String ROUTE = "unit.route";
    private static final String SCRIPT = "unit.script";
    private static final String BOOT_SCRIPT = "unit.instance.config";

    private final List<User> users;
    private final List<Interface> interfaces;
    private final List<Storage> storage;
    private final List<Route> routes;
    private final List<Script> scripts;
    private final List<String> attachments;

    private UnitFamilies(Map<String, String> unit) {
        this.users = users("", unit);
        this.interfaces = entries(unit, INTERFACE, n -> at(unit, INTERFACE, n).read(Section.INTERFACES, "hosteth"));
        this.attachments = entries(unit, INTERFACE, n -> attachment(at(unit, INTERFACE, n)));
        this.storage = entries(unit, STORAGE, n -> at(unit, STORAGE, n)
                .with("device", "dev" + n)
                .read(Section.STORAGE));
        this.routes = entries(unit, ROUTE, n -> at(unit, ROUTE, n).read(Section.ROUTES));
        this.scripts = scripts(unit);
    }

    /**
     * The families of this unit. Their entries are numbered from 0 or 1, with gaps or without.
     *
     * @throws InvalidProperty naming each property that is missing or wrong, of the first entry that has one
     */
    public static UnitFamilies of(Map<String, String> unit) {
        return new UnitFamilies(unit);
    }

    /**
     * The accounts in {@code config.ssh.userN}: all that have a login or anything else. A list in
     * {@code config.ssh.numlogins} orders them and leaves none out; a single number there, which may be a count, does not.
     *
     * @param prefix what stands before {@code config.ssh}; usually nothing
     * @throws InvalidProperty as {@link #of}
     */
    public static List<User> users(String prefix, Map<String, String> unit) {
        NavigableSet<Integer> numbers = numbers(unit, prefix + USER, "\\..+");
        return Collections.unmodifiableList(ordered(unit.getOrDefault(prefix + USER_ORDER, ""), numbers).stream()
                .map(n -> at(unit, prefix + USER, n).read(Section.USERS))
                .collect(Collectors.toList()));
    }

    private static Collection<Integer> ordered(String order, NavigableSet<Integer> numbers) {
        Collection<Integer> ordered = new LinkedHashSet<>();
        if (order.contains(",")) {
            Arrays.stream(order.split(",", -1))
                    .map(String::trim)
                    .filter(n -> Rule.matches("[0-9]{1,9}", n))
                    .map(Integer::valueOf)
                    .filter(numbers::contains)
                    .forEach(ordered::add);
        }
        ordered.addAll(numbers);
        return ordered;
    }

    private static List<Script> scripts(Map<String, String> unit) {
        List<Script> scripts = new ArrayList<>();
        addScript(scripts, "bootscript", BOOT_SCRIPT, unit);
        for (int n : numbers(unit, SCRIPT, "")) {
            addScript(scripts, "script_" + n, SCRIPT + n, unit);
        }
        return Collections.unmodifiableList(scripts);
    }

    private static void addScript(List<Script> scripts, String name, String property, Map<String, String> unit) {
        String body = unit.getOrDefault(property, "");
        if (body.trim().isEmpty()) {
            return;
        }
        try {
            scripts.add(Script.of(name, body));
        } catch (InvalidEntry invalid) {
            throw new InvalidProperty(
                    property, String.join(", ", invalid.violations().values()));
        }
    }

    private static <E> List<E> entries(Map<String, String> unit, String stem, Function<Integer, E> entry) {
        return Collections.unmodifiableList(
                numbers(unit, stem, "\\..+").stream().map(entry).collect(Collectors.toList()));
    }

    private static String attachment(EntryProperties properties) {
        return Stream.of("hosteth", "vlan.tag", "mac")
                .map(properties::text)
                .map(String::trim)
                .collect(Collectors.joining("."));
    }

    private static EntryProperties at(Map<String, String> unit, String stem, int number) {
        return EntryProperties.at(stem + number + ".", unit);
    }

    private static NavigableSet<Integer> numbers(Map<String, String> unit, String stem, String rest) {
        Pattern form = Pattern.compile(Pattern.quote(stem) + "(0|[1-9][0-9]{0,8})" + rest);
        return unit.keySet().stream()
                .map(form::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The accounts. */
    public List<User> users() {
        return users;
    }

    /** The interfaces; each names its physical one. */
    public List<Interface> interfaces() {
        return interfaces;
    }

    /**
     * Each interface as the instance scripts attach it, in the order of their numbers: {@code hosteth.vlanTag.mac}, all
     * three as ORCA gave them, the MAC with its colons; without a VLAN tag its place is empty, between the two points.
     */
    public List<String> attachments() {
        return attachments;
    }

    /** The storage. */
    public List<Storage> storage() {
        return storage;
    }

    /** The routes. */
    public List<Route> routes() {
        return routes;
    }

    /** The scripts, the boot script first. */
    public List<Script> scripts() {
        return scripts;
    }

    /** What to write to COMET: all five families, an empty one as an empty list. */
    public Map<Section<?>, ScopeValue> values() {
        Map<Section<?>, ScopeValue> values = new LinkedHashMap<>();
        values.put(Section.USERS, FamilyCodec.encode(users));
        values.put(Section.INTERFACES, FamilyCodec.encode(interfaces));
        values.put(Section.STORAGE, FamilyCodec.encode(storage));
        values.put(Section.ROUTES, FamilyCodec.encode(routes));
        values.put(Section.SCRIPTS, FamilyCodec.encode(scripts));
        return values;
    }
}
