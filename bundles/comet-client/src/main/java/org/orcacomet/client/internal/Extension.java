package org.orcacomet.client.internal;

import java.util.Arrays;
import java.util.Optional;

/** What a server can do beyond the old contract, by the word with which it says so. */
enum Extension {
    /** It counts revisions, and takes preconditions. */
    REVISION("revision"),
    /** It takes many writes in one request. */
    BATCH("batch"),
    /** It takes tokens in headers. */
    HEADER_TOKENS("header-tokens");

    private final String word;

    Extension(String word) {
        this.word = word;
    }

    static Optional<Extension> of(String word) {
        return Arrays.stream(values()).filter(e -> e.word.equals(word)).findFirst();
    }

    @Override
    public String toString() {
        return word;
    }
}
