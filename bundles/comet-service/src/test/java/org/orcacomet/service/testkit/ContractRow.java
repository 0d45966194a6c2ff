package org.orcacomet.service.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A row of the contract's authorization table, which stands in {@code authorization.md} word for word.
 *
 * @param call which call it is about
 * @param certificate what certificate that takes
 * @param readToken what the read token must be
 * @param writeToken what the write token must be
 */
record ContractRow(String call, String certificate, String readToken, String writeToken) {
    private static final Map<String, ContractRow> ROWS = text().lines()
            .skip(2)
            .map(ContractRow::parse)
            .collect(Collectors.toMap(ContractRow::call, Function.identity()));

    /** The row of this call. */
    static ContractRow of(String call) {
        return ROWS.get(call);
    }

    private static ContractRow parse(String line) {
        String[] cells = line.split("\\s*[|]\\s*");
        return new ContractRow(cells[1], cells[2], cells[3], cells[4]);
    }

    private static String text() {
        try (InputStream in = ContractRow.class.getResourceAsStream("authorization.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the caller must be trusted. */
    boolean takesTrust() {
        return switch (certificate) {
            case "trusted" -> true;
            case "optional" -> false;
            default -> throw new IllegalStateException("an unknown word: " + certificate);
        };
    }

    /** Whether it takes these tokens. */
    boolean takes(ShownTokens shown) {
        return (shown.reads() || !mustMatch(readToken)) && (shown.writes() || !mustMatch(writeToken));
    }

    private static boolean mustMatch(String cell) {
        return switch (cell) {
            case "must match", "must match, entry by entry" -> true;
            case "-", "given: becomes the scope's" -> false;
            default -> throw new IllegalStateException("unknown words: " + cell);
        };
    }
}
