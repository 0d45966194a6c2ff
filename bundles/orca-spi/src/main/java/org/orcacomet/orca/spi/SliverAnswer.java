package org.orcacomet.orca.spi;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What a sliver's instance gets, and what ORCA is to save on the unit. Holds tokens: not to be logged. */
public final class SliverAnswer {
    private final String userData;
    private final Map<String, String> save;

    private SliverAnswer(String userData, Map<String, String> save) {
        this.userData = userData;
        this.save = Collections.unmodifiableMap(new TreeMap<>(save));
    }

    /** This user data, and these unit properties. */
    public static SliverAnswer of(String userData, Map<String, String> save) {
        return new SliverAnswer(userData, save);
    }

    /** The text of the instance's user data. */
    public String userData() {
        return userData;
    }

    /** What ORCA is to store on the unit, named without {@code shirako.save.}: {@code unit.comet.readToken}, ... */
    public Map<String, String> save() {
        return save;
    }

    @Override
    public String toString() {
        return "SliverAnswer" + save.keySet();
    }
}
