package org.orcacomet.audit;

/**
 * Who made a call.
 *
 * @param standing what his certificate is worth: {@code trusted}, {@code valid} or {@code anonymous}
 * @param subject what it says that he is, which only a trusted one proves; empty if there is none
 * @param keyFingerprint SHA-256, in hex, of its public key; empty if there is none
 */
public record Author(String standing, String subject, String keyFingerprint) {
    private static final int LONGEST = 1000;

    /** An author; a subject that is too long for a line is cut. */
    public Author {
        subject = subject.length() > LONGEST ? subject.substring(0, LONGEST) + "..." : subject;
    }

    /** Nobody in particular. */
    public static Author nobody() {
        return new Author("", "", "");
    }
}
