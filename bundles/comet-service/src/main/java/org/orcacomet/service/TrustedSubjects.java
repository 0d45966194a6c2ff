package org.orcacomet.service;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/** The subjects that a trusted certificate may have. They are compared as names, not as texts. */
public final class TrustedSubjects {
    private final Set<String> canonical;

    private TrustedSubjects(Set<String> canonical) {
        this.canonical = canonical;
    }

    /** Whatever subject a trust root has signed. */
    public static TrustedSubjects all() {
        return new TrustedSubjects(Set.of());
    }

    /**
     * These subjects only, in the form of RFC 2253 or 1779; none of them, or blank ones, means all.
     *
     * @throws IllegalArgumentException if one is no distinguished name
     */
    public static TrustedSubjects of(Collection<String> subjects) {
        return new TrustedSubjects(subjects.stream()
                .filter(subject -> !subject.isBlank())
                .map(TrustedSubjects::canonical)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a certificate of this subject may be trusted. */
    public boolean admit(X500Principal subject) {
        return canonical.isEmpty() || canonical.contains(subject.getName(X500Principal.CANONICAL));
    }

    private static String canonical(String subject) {
        try {
            return new X500Principal(subject).getName(X500Principal.CANONICAL);
        } catch (IllegalArgumentException e) {
            IllegalArgumentException wrong = new IllegalArgumentException(
                    "trusted.subjects holds '" + subject + "': set it to distinguished names such as CN=name,O=org");
            wrong.addSuppressed(e);
            throw wrong;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrustedSubjects subjects && subjects.canonical.equals(canonical);
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
