package org.orcacomet.orca.am.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.userdata.family.FamilyCodec;
import org.orcacomet.userdata.family.FamilyEntry;
import org.orcacomet.userdata.family.MalformedFamily;
import org.orcacomet.userdata.family.Section;

/**
 * A change of one family: entries that are put into it, or one that is taken out.
 *
 * @param <E> the type of the entries
 */
public final class FamilyChange<E extends FamilyEntry> {
    private final Section<E> section;
    private final List<E> put;
    private final List<String> removed;

    private FamilyChange(Section<E> section, List<E> put, List<String> removed) {
        this.section = section;
        this.put = put;
        this.removed = removed;
    }

    /** Puts these in; each takes the place of one of the same name. */
    public static <E extends FamilyEntry> FamilyChange<E> put(Section<E> section, List<E> entries) {
        return new FamilyChange<>(section, new ArrayList<>(entries), Collections.emptyList());
    }

    /** Takes out what has this name, if there is any. */
    public static <E extends FamilyEntry> FamilyChange<E> remove(Section<E> section, String name) {
        return new FamilyChange<>(section, Collections.emptyList(), Collections.singletonList(name));
    }

    /** The family's section. */
    public Section<E> section() {
        return section;
    }

    /**
     * The value after this change of the value before.
     *
     * @throws MalformedFamily if that is no family of the section
     */
    public ScopeValue apply(ScopeValue before) {
        List<E> entries = new ArrayList<>(FamilyCodec.decode(section, before));
        put.forEach(entry -> place(entries, entry));
        entries.removeIf(entry -> removed.contains(entry.name()));
        return FamilyCodec.encode(entries);
    }

    private static <E extends FamilyEntry> void place(List<E> entries, E entry) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).name().equals(entry.name())) {
                entries.set(i, entry);
                return;
            }
        }
        entries.add(entry);
    }
}
