package org.orcacomet.userdata.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members of a family's entries, in the order of the wire. The first is the one that names the entry. */
final class Schema {
    private final List<Member> members;

    private Schema(List<Member> members) {
        this.members = Collections.unmodifiableList(members);
    }

    static Schema of(Member... members) {
        return new Schema(new ArrayList<>(Arrays.asList(members)));
    }

    List<Member> members() {
        return members;
    }

    /** The member that names an entry. */
    Member naming() {
        return members.get(0);
    }

    /**
     * The members in their normal form and order; those that the schema does not know are left out.
     *
     * @throws InvalidEntry naming each member that is missing or wrong
     */
    Map<String, String> checked(Map<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> violations = new LinkedHashMap<>();
        for (Member member : members) {
            try {
                Optional<String> value = member.value(given.getOrDefault(member.name(), ""));
                value.ifPresent(v -> values.put(member.name(), v));
            } catch (IllegalArgumentException wrong) {
                violations.put(member.name(), wrong.getMessage());
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidEntry(violations);
        }
        return values;
    }
}
