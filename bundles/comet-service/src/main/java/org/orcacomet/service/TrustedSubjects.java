package org.orcacomet.service;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/** The subjects that a trusted certificate may have. They are compared as names, not as texts. */
public final class TrustedSubjects {
    private final Set<String> canonical;
    private final boolean all;

    private TrustedSubjects(Set<String> canonical, boolean all) {
        this.canonical = canonical;
        this.all = all;
    }

    /** Whatever subject a trust root has signed. */
    public static TrustedSubjects all() {
        return new TrustedSubjects(Set.of(), true);
    }

    /** No subject at all. */
    public static TrustedSubjects none() {
        return new TrustedSubjects(Set.of(), false);
    }

    /**
     * These subjects only, in the form of RFC 2253 or 1779; none of them, or blank ones, means all.
     *
     * @throws IllegalArgumentException if one is no distinguished name
     */
    public static TrustedSubjects of(Collection<String> subjects) {
        Set<String> canonical = canonical("trusted.subjects", subjects);
        return new TrustedSubjects(canonical, canonical.isEmpty());
    }

    /**
     * These subjects only, in the same form; none of them, or blank ones, means nobody.
     *
     * @throws IllegalArgumentException if one is no distinguished name
     */
    public static TrustedSubjects ofAdmins(Collection<String> subjects) {
        return only("admin.subjects", subjects);
    }

    /**
     * These subjects only, as this property lists them; none of them, or blank ones, means nobody.
     *
     * @throws IllegalArgumentException if one is no distinguished name; the message names the property
     */
    public static TrustedSubjects only(String property, Collection<String> subjects) {
        return new TrustedSubjects(canonical(property, subjects), false);
    }

    /** Whether a certificate of this subject may be trusted. */
    public boolean admit(X500Principal subject) {
        return all || canonical.contains(subject.getName(X500Principal.CANONICAL));
    }

    private static Set<String> canonical(String property, Collection<String> subjects) {
        return subjects.stream()
                .filter(subject -> !subject.isBlank())
                .map(subject -> canonical(property, subject))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String canonical(String property, String subject) {
        try {
            return new X500Principal(subject).getName(X500Principal.CANONICAL);
        } catch (IllegalArgumentException e) {
            IllegalArgumentException wrong = new IllegalArgumentException(
                    property + " holds '" + subject + "': set it to distinguished names such as CN=name,O=org");
            wrong.addSuppressed(e);
            throw wrong;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrustedSubjects subjects && subjects.all == all && subjects.canonical.equals(canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    /** The subjects in their canonical form. */
    @Override
    public String toString() {
        return canonical.toString();
    }
}
