package org.orcacomet.userdata.family;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the text of a member must be. It gives the text in its normal form, or refuses it without quoting it. */
interface Rule {
    /**
     * The normal form of a text that is not empty.
     *
     * @throws IllegalArgumentException if it breaks the rule; the message names the rule alone
     */
    String normal(String text);

    /** Anything on one line. */
    Rule LINE = text -> {
        require(text.chars().noneMatch(Character::isISOControl), "holds a control character");
        return text;
    };

    /** Anything, on any number of lines. */
    Rule TEXT = text -> text;

    /** Any number of lines; normally without white space around them, and without blank ones. */
    Rule LINES = text -> Arrays.stream(text.split("[\r\n]+", -1))
            .map(String::trim)
            .filter(line -> !line.isEmpty())
            .map(LINE::normal)
            .collect(Collectors.joining("\n"));

    /** A name that an ini file can have on the left of its equals sign: no section, and no comment. */
    Rule NAME = text -> {
        require(!text.contains("="), "holds an equals sign");
        require(!matches("(?s)[\\[;#].*", text), "begins as a section or a comment does");
        return LINE.normal(text);
    };

    /** Six octets, with or without colons; normally without, and in lower case. */
    Rule MAC = text -> {
        String digits = text.replace(":", "").toLowerCase(Locale.ROOT);
        require(matches("[0-9a-f]{12}", digits), "is no MAC address of twelve hexadecimal digits");
        return digits;
    };

    /** An IPv4 or IPv6 address, perhaps with a prefix length. */
    Rule ADDRESS = text -> {
        boolean numbers = text.indexOf('.') >= 0 || text.indexOf(':') >= 0;
        require(numbers && matches("[0-9A-Fa-f.:]+(/[0-9]{1,3})?", text), "is no IP address");
        return text;
    };

    /** A port number. */
    Rule PORT = text -> {
        require(matches("[0-9]{1,5}", text), "is no port number");
        require(Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65535, "is no port number");
        return text;
    };

    /** A number from 0. */
    Rule NUMBER = text -> {
        require(matches("[0-9]{1,9}", text), "is no number");
        return text;
    };

    /** One of these words, in any case; normally in lower case. */
    static Rule oneOf(String... words) {
        List<String> known = Arrays.asList(words);
        return text -> {
            String word = text.toLowerCase(Locale.ROOT);
            require(known.contains(word), "is neither " + String.join(" nor ", known));
            return word;
        };
    }

    /** Refuses unless this holds. */
    static void require(boolean holds, String violation) {
        if (!holds) {
            throw new IllegalArgumentException(violation);
        }
    }

    /** Whether the whole text is of this form. */
    static boolean matches(String form, String text) {
        return Pattern.matches(form, text);
    }
}
