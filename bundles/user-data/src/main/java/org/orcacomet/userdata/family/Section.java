package org.orcacomet.userdata.family;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.orcacomet.api.Family;

/**
 * One of the seven kinds of entries: five of a unit, each the family of that name, and two of a slice, whose families
 * have the name of a group behind.
 *
 * @param <E> the type of its entries
 */
public final class Section<E extends FamilyEntry> {
    /** Login accounts of a unit. */
    public static final Section<User> USERS = new Section<>("users", User.SCHEMA, User::new);
    /** Data-plane interfaces of a unit. */
    public static final Section<Interface> INTERFACES = new Section<>("interfaces", Interface.SCHEMA, Interface::new);
    /** Block storage of a unit. */
    public static final Section<Storage> STORAGE = new Section<>("storage", Storage.SCHEMA, Storage::new);
    /** Static routes of a unit. */
    public static final Section<Route> ROUTES = new Section<>("routes", Route.SCHEMA, Route::new);
    /** Scripts of a unit. */
    public static final Section<Script> SCRIPTS = new Section<>("scripts", Script.SCHEMA, Script::new);
    /** Host names of a slice. */
    public static final Section<Host> HOSTS = new Section<>("hosts", Host.SCHEMA, Host::new);
    /** Public keys of a slice. */
    public static final Section<PublicKey> PUBLIC_KEYS = new Section<>("pubkeys", PublicKey.SCHEMA, PublicKey::new);

    private static final List<Section<?>> OF_A_UNIT =
            Collections.unmodifiableList(Arrays.asList(USERS, INTERFACES, STORAGE, ROUTES, SCRIPTS));

    private final String name;
    private final Schema schema;
    private final Function<Map<String, String>, E> maker;

    private Section(String name, Schema schema, Function<Map<String, String>, E> maker) {
        this.name = name;
        this.schema = schema;
        this.maker = maker;
    }

    /** The five sections of a unit. */
    public static List<Section<?>> ofUnit() {
        return OF_A_UNIT;
    }

    /** The unit's section of this name, if there is one. */
    public static Optional<Section<?>> ofUnit(String name) {
        return OF_A_UNIT.stream().filter(section -> section.name.equals(name)).findFirst();
    }

    /** The family of a unit's section. */
    public Family family() {
        return Family.parse(name);
    }

    /** The family of a slice's section for this group, such as {@code hostsall}. */
    public Family family(String group) {
        return Family.parse(name + group);
    }

    /**
     * An entry with these members of the wire; others are left out.
     *
     * @throws InvalidEntry naming each member that is missing or wrong
     */
    public E entry(Map<String, String> members) {
        return maker.apply(members);
    }

    /**
     * The normal form of an entry's name, such as a MAC without its colons.
     *
     * @throws IllegalArgumentException if no entry can have this name; the message does not quote it
     */
    public String entryName(String text) {
        return schema.naming().value(text).orElse("");
    }

    /** The last parts of ORCA's properties that it knows: {@code mac}, {@code vlan.tag}, ... */
    public Set<String> properties() {
        return schema.members().stream().map(Member::property).collect(Collectors.toSet());
    }

    Schema schema() {
        return schema;
    }

    /** The section's name. */
    @Override
    public String toString() {
        return name;
    }
}
