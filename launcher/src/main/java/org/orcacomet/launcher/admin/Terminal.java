package org.orcacomet.launcher.admin;

import java.io.Console;
import java.util.Optional;
import java.util.Set;

/** The person at the terminal, if there is one. */
final class Terminal {
    private static final Set<String> YES = Set.of("y", "Y", "yes");

    private Terminal() {}

    static boolean isThere() {
        return System.console() != null;
    }

    /** Whether he says yes. A terminal that ends says no. */
    static boolean agrees(String question) {
        return Optional.ofNullable(System.console())
                .map(console -> answer(console, question))
                .filter(YES::contains)
                .isPresent();
    }

    private static String answer(Console console, String question) {
        return Optional.ofNullable(console.readLine("%s", question)).orElse("").strip();
    }
}
