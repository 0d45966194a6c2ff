package org.orcacomet.service.explain;

/** What a call can be refused for. */
public enum Requirement {
    /** The value is no larger than {@code value.max.bytes}. */
    SIZE("a value takes no more than value.max.bytes"),
    /** Who creates or deletes has a trusted certificate of an admitted subject. */
    TRUST("creating and deleting take a trusted certificate, of a subject that trusted.subjects admits"),
    /** The tokens are the scope's. */
    TOKENS("the tokens must be the scope's own"),
    /** The scope is at the revision that the call demands. */
    PRECONDITION("the scope must be at the revision that the call demands"),
    /** The tokens of a new scope are strong. */
    STRENGTH("the tokens of a new scope must obey the rules for tokens");

    private final String sentence;

    Requirement(String sentence) {
        this.sentence = sentence;
    }

    /** The rule, in words. */
    public String sentence() {
        return sentence;
    }
}
