package org.orcacomet.shell.internal;

import java.util.List;

/** What stands behind a command. */
final class Words {
    private final String command;
    private final List<String> words;

    Words(String command, String... words) {
        this.command = command;
        this.words = List.of(words);
    }

    int count() {
        return words.size();
    }

    List<String> all() {
        return words;
    }

    String get(int index) {
        return words.get(index);
    }

    /**
     * So many of them.
     *
     * @throws IllegalArgumentException if there are more or less; it says what the command takes
     */
    Words require(boolean holds, String taken) {
        if (!holds) {
            throw new IllegalArgumentException(command + " takes " + taken);
        }
        return this;
    }
}
