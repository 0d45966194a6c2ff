package org.orcacomet.api.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Seeds with a few places changed: what is nearly right goes deeper than what is arbitrary. */
public final class Mutations {
    private static final int MOST_EDITS = 6;
    private static final int LONGEST_SPAN = 40;

    private static final List<String> NASTY = Collections.unmodifiableList(Arrays.asList(
            "",
            "\0",
            "\n",
            "\r\n",
            "\t",
            " ",
            "=",
            ":",
            ";",
            "#",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "\\",
            "/",
            "//",
            ",",
            "%",
            "%zz",
            "%00",
            "%ff",
            "+",
            "&",
            "?",
            "null",
            "true",
            "0",
            "-1",
            "1e999",
            "99999999999999999999",
            "\ud800",
            "\udc00",
            "\ud83d\ude00",
            "\u00e4",
            "\u0085",
            "\u2028",
            "\ufeff",
            "\u007f",
            "\\u0000",
            "\\ud800",
            "[global]",
            "val_",
            times("[", 2_000),
            times("x", 5_000),
            times(" ", 3_000),
            times("9", 2_000),
            times("\n", 3_000)));

    private Mutations() {}

    private interface Edit {
        String apply(String text);
    }

    private static String times(String text, int count) {
        return String.join("", Collections.nCopies(count, text));
    }

    /** One of these texts, with up to six places changed. */
    public static Arbitrary<String> of(Collection<String> seeds) {
        return edited(
                seeds,
                Arbitraries.oneOf(Arbitraries.of(NASTY), Arbitraries.strings().ofMaxLength(5)));
    }

    /** One of these byte sequences, with up to six places changed. */
    public static Arbitrary<byte[]> ofBytes(Collection<byte[]> seeds) {
        String[] texts = seeds.stream()
                .map(seed -> new String(seed, StandardCharsets.ISO_8859_1))
                .toArray(String[]::new);
        Arbitrary<String> insert =
                Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(4);
        return edited(Arrays.asList(texts), insert).map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Arbitrary<String> edited(Collection<String> seeds, Arbitrary<String> insert) {
        Arbitrary<Edit> edit = Combinators.combine(
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.integers().between(0, LONGEST_SPAN),
                        Arbitraries.oneOf(insert, Arbitraries.just(null)))
                .as(Mutations::edit);
        return Combinators.combine(Arbitraries.of(seeds), edit.list().ofMaxSize(MOST_EDITS))
                .as(Mutations::apply);
    }

    /** Puts the insert in the place of a span; without an insert, the span is there twice. */
    private static Edit edit(int place, int span, String insert) {
        return text -> {
            int from = place % (text.length() + 1);
            int to = Math.min(text.length(), from + span);
            String replaced = insert == null ? text.substring(from, to) + text.substring(from, to) : insert;
            return text.substring(0, from) + replaced + text.substring(to);
        };
    }

    private static String apply(String seed, List<Edit> edits) {
        String text = seed;
        for (Edit edit : edits) {
            text = edit.apply(text);
        }
        return text;
    }
}
