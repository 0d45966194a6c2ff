package org.orcacomet.orca.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a sliver's instance gets, and what ORCA is to save on the unit. Holds tokens: not to be logged. */
public final class SliverAnswer {
    private final String userData;
    private final Map<String, String> save;
    private final List<String> interfaces;

    private SliverAnswer(String userData, Map<String, String> save, List<String> interfaces) {
        this.userData = userData;
        this.interfaces = Collections.unmodifiableList(new ArrayList<>(interfaces));
        this.save = Collections.unmodifiableMap(new TreeMap<>(save));
    }

    /** This user data, these unit properties, and these interfaces. */
    public static SliverAnswer of(String userData, Map<String, String> save, List<String> interfaces) {
        return new SliverAnswer(userData, save, interfaces);
    }

    /** The text of the instance's user data. */
    public String userData() {
        return userData;
    }

    /** What ORCA is to store on the unit, named without {@code shirako.save.}: {@code unit.comet.readToken}, ... */
    public Map<String, String> save() {
        return save;
    }

    /** Each interface as the instance scripts attach it: {@code hosteth.vlanTag.mac}, in the order of their numbers. */
    public List<String> interfaces() {
        return interfaces;
    }

    @Override
    public String toString() {
        return "SliverAnswer" + save.keySet();
    }
}
