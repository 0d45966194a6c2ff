package org.orcacomet.api.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** What the texts of refusals must not have. */
public final class Refusals {
    private static final int QUOTE = 20;

    private Refusals() {}

    /** Holds a message to have no twenty characters in a row of what was refused. */
    public static void assertQuotesNothing(String message, byte[] refused) {
        String file = new String(refused, StandardCharsets.ISO_8859_1);
        for (int i = 0; i + QUOTE <= message.length(); i++) {
            assertThat(file).doesNotContain(message.substring(i, i + QUOTE));
        }
    }
}
