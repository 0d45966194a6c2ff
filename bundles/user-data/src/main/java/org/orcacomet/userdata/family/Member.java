package org.orcacomet.userdata.family;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A member of a family's entries: its name on the wire, the last part of ORCA's property, its rule, its default. */
final class Member {
    private final String name;
    private final String property;
    private final Rule rule;
    private final Presence presence;

    /** What it means that a member is missing. */
    private static final class Presence {
        private final boolean required;
        private final Optional<String> fallback;

        Presence(boolean required, Optional<String> fallback) {
            this.required = required;
            this.fallback = fallback;
        }
    }

    private Member(String name, String property, Rule rule, Presence presence) {
        this.name = name;
        this.property = property;
        this.rule = rule;
        this.presence = presence;
    }

    /** One that must be there. */
    static Member required(String name, String property, Rule rule) {
        return new Member(name, property, rule, new Presence(true, Optional.empty()));
    }

    /** One that is left out when it is missing. */
    static Member optional(String name, String property, Rule rule) {
        return new Member(name, property, rule, new Presence(false, Optional.empty()));
    }

    /** One that has this value, perhaps an empty one, when it is missing. */
    static Member always(String name, String property, Rule rule, String fallback) {
        return new Member(name, property, rule, new Presence(false, Optional.of(fallback)));
    }

    String name() {
        return name;
    }

    String property() {
        return property;
    }

    /**
     * The member's value, given its text; empty for none.
     *
     * @throws IllegalArgumentException if it is missing or breaks its rule; the message does not quote it
     */
    Optional<String> value(String text) {
        Rule.require(StandardCharsets.UTF_8.newEncoder().canEncode(text), "is not Unicode text");
        if (!text.trim().isEmpty()) {
            return Optional.of(rule.normal(rule == Rule.TEXT ? text : text.trim()));
        }
        Rule.require(!presence.required, "is missing");
        return presence.fallback;
    }
}
