package org.orcacomet.launcher.scope;

import java.util.Iterator;
import java.util.stream.Stream;
import org.orcacomet.userdata.family.Section;

/** The families that VMs look for. */
final class Families implements Iterable<String> {
    private static final String GROUP = "all";

    @Override
    public Iterator<String> iterator() {
        Stream<String> slices = Stream.of(Section.HOSTS, Section.PUBLIC_KEYS)
                .map(section -> section.family(GROUP).toString());
        return Stream.concat(
                        Section.ofUnit().stream()
                                .map(section -> section.family().toString()),
                        slices)
                .iterator();
    }
}
