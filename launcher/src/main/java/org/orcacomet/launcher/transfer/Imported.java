package org.orcacomet.launcher.transfer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service says that came of an import.
 *
 * @param message a sentence
 * @param taken how many records it has taken
 */
public record Imported(String message, long taken) {
    private static final Pattern MESSAGE = Pattern.compile("\"message\":\"([^\"\\\\]*)\"");
    private static final Pattern TAKEN = Pattern.compile("\"taken\":([0-9]{1,18})");

    static Imported parse(String answer) {
        Matcher taken = TAKEN.matcher(answer);
        return new Imported(message(answer), taken.find() ? Long.parseLong(taken.group(1)) : 0);
    }

    /** The sentence in an answer, of a refusal too. */
    static String message(String answer) {
        Matcher matcher = MESSAGE.matcher(answer);
        return matcher.find() ? matcher.group(1) : "it does not say why";
    }
}
