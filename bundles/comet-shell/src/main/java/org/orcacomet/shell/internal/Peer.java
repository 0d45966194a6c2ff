package org.orcacomet.shell.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orcacomet.api.Reading;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.service.admin.ScopeContent;
import org.orcacomet.userdata.family.FamilyCodec;
import org.orcacomet.userdata.family.FamilyEntry;
import org.orcacomet.userdata.family.Host;
import org.orcacomet.userdata.family.MalformedFamily;
import org.orcacomet.userdata.family.PublicKey;
import org.orcacomet.userdata.family.Section;

/** A sliver, as its peers of one group find it. */
final class Peer {
    private static final String NOT_YET = "not yet";
    private static final String NONE = "-";

    private final Name name;
    private final List<String> hosts = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();

    Peer(Name name) {
        this.name = name;
    }

    /**
     * Which it is.
     *
     * @param group what stands behind {@code hosts} and {@code pubkeys} in the families' names
     * @param sliver the scopes' key
     */
    record Name(String group, String sliver) implements Comparable<Name> {
        private static final Comparator<Name> ORDER =
                Comparator.comparing(Name::group).thenComparing(Name::sliver);

        /** Empty if this is a scope of another family. */
        static Optional<Name> of(ScopeKey scope) {
            String family = scope.family().toString();
            return Stream.of(Section.HOSTS, Section.PUBLIC_KEYS)
                    .map(Section::toString)
                    .filter(family::startsWith)
                    .map(section -> new Name(
                            family.substring(section.length()), scope.key().toString()))
                    .findFirst();
        }

        @Override
        public int compareTo(Name other) {
            return ORDER.compare(this, other);
        }
    }

    /** Takes what one of its scopes says. */
    void add(ScopeContent content) {
        boolean isHost = content.summary().key().family().toString().startsWith(Section.HOSTS.toString());
        if (content.summary().state() == Reading.State.DELETED) {
            (isHost ? hosts : keys).add("deleted");
        } else if (isHost) {
            this.<Host>decode(Section.HOSTS, content, hosts, Host::hostName);
            this.<Host>decode(Section.HOSTS, content, addresses, Host::ip);
        } else {
            this.<PublicKey>decode(Section.PUBLIC_KEYS, content, keys, key -> KeyLine.shown(key.line()));
        }
    }

    private <E extends FamilyEntry> void decode(
            Section<E> section, ScopeContent content, List<String> into, Function<E, String> part) {
        try {
            FamilyCodec.decode(section, content.value()).stream().map(part).forEach(into::add);
        } catch (MalformedFamily e) {
            into.add("unreadable");
        }
    }

    void print(Table table) {
        table.row(name.group(), name.sliver(), shown(hosts, NONE), shown(addresses, NOT_YET), shown(keys, NONE));
    }

    private static String shown(List<String> reported, String none) {
        if (reported.isEmpty()) {
            return none;
        }
        return reported.stream().map(text -> text.isEmpty() ? NOT_YET : text).collect(Collectors.joining(", "));
    }
}
