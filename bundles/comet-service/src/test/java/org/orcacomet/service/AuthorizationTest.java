package org.orcacomet.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometConflict;
import org.orcacomet.api.CometException;
import org.orcacomet.api.Enumeration;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.Reading;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenPair;
import org.orcacomet.store.Guard;
import org.orcacomet.store.MemoryScopeStore;
import org.orcacomet.store.ScopeRecord;

/** Holds the service against {@code authorization.table}, which is the wire contract's table written out. */
class AuthorizationTest {
    private static final ScopeValue NEW = ScopeValue.of("new");
    private static final Map<String, Caller> CALLERS = Map.of(
            "anonymous", Caller.anonymous(),
            "valid", Caller.valid(CallerIdentity.of("CN=orca,O=site", ScopeStates.CREATOR)),
            "trusted", Caller.trusted(CallerIdentity.of("CN=orca,O=site", ScopeStates.CREATOR)),
            "foreign", Caller.trusted(CallerIdentity.of("CN=foreign,O=site", ScopeStates.CREATOR)));

    private final MemoryScopeStore store = new MemoryScopeStore();
    private final SteppingClock clock = new SteppingClock();

    /** One caller's cell of one row. */
    record Cell(List<String> row, String caller, String answer) {
        String call() {
            return row.get(0);
        }

        String state() {
            return row.get(1);
        }

        TokenPair tokens() {
            return ScopeStates.tokens(row.get(2));
        }

        String demand() {
            return row.get(3);
        }

        Switches switches() {
            List<String> set = List.of(row.get(4).split(",", -1));
            return new Switches(!set.contains("weak"), !set.contains("anyone"), set.contains("rekeys"));
        }

        @Override
        public String toString() {
            return caller + ": " + String.join(", ", row.subList(0, 5)) + " -> " + answer;
        }
    }

    static Stream<Cell> table() throws IOException {
        List<List<String>> lines = lines();
        List<String> callers = List.of("anonymous", "valid", "trusted", "foreign");
        return lines.stream().flatMap(row -> IntStream.range(0, callers.size())
                .mapToObj(i -> new Cell(row, callers.get(i), row.get(row.size() - callers.size() + i))));
    }

    private static List<List<String>> lines() throws IOException {
        try (InputStream table = AuthorizationTest.class.getResourceAsStream("authorization.table")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line ->
                            Stream.of(line.split("\\|", -1)).map(String::trim).toList())
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void call_isAnsweredAsTheTableSays(Cell cell) throws Exception {
        ScopeStates.make(cell.state(), store, clock);
        Optional<ScopeRecord> before = store.read(ScopeStates.KEY);
        ServiceSettings settings =
                ScopeStates.SETTINGS.with(cell.switches()).with(TrustedSubjects.of(List.of("cn=ORCA, o=Site")));
        Comet comet = new CometService(store, () -> settings, clock).as(CALLERS.get(cell.caller()));
        assertThat(answer(comet, cell, before)).isEqualTo(cell.answer());
        assertThatTheStoreHolds(cell, before);
    }

    private static String answer(Comet comet, Cell cell, Optional<ScopeRecord> before) {
        Optional<Revision> current = before.map(ScopeRecord::revision);
        try {
            return call(comet, cell, demand(cell.demand(), current));
        } catch (CometConflict e) {
            assertThat(e.current()).isIn(Optional.empty(), current);
            return e.current().isPresent() ? "412@" : "412";
        } catch (CometException e) {
            return String.valueOf(e.code().status());
        }
    }

    private static String call(Comet comet, Cell cell, Precondition demand) throws CometException {
        ScopeKey key = ScopeStates.KEY;
        return switch (cell.call()) {
            case "write" -> {
                comet.write(ScopeWrite.of(key, cell.tokens(), NEW).when(demand));
                yield "ok";
            }
            case "delete" -> {
                comet.delete(key, cell.tokens(), demand);
                yield "ok";
            }
            case "read" -> lower(comet.read(key, cell.tokens().read()).state());
            default -> count(comet.enumerate(key.context(), cell.tokens().read()));
        };
    }

    private static String lower(Reading.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String count(Enumeration enumeration) {
        return String.valueOf(enumeration.scopes().size());
    }

    private static Precondition demand(String demand, Optional<Revision> current) {
        return switch (demand) {
            case "none" -> Precondition.none();
            case "new" -> Precondition.absent();
            case "now" -> Precondition.is(current.orElseThrow());
            default -> Precondition.is(Revision.of(1_000));
        };
    }

    private void assertThatTheStoreHolds(Cell cell, Optional<ScopeRecord> before) {
        Optional<ScopeRecord> after = store.read(ScopeStates.KEY);
        boolean live = before.filter(record -> !record.deleted()).isPresent()
                && !cell.state().equals("aged");
        if (cell.call().equals("write") && cell.answer().equals("ok")) {
            assertThat(after).map(ScopeRecord::value).contains(Optional.of(NEW));
            assertThat(after).map(ScopeRecord::guard).contains(expectedGuard(cell, before, after.orElseThrow()));
        } else if (cell.call().equals("delete") && cell.answer().equals("ok") && live) {
            assertThat(after).map(ScopeRecord::deleted).contains(true);
            assertThat(after).map(ScopeRecord::guard).isEqualTo(before.map(ScopeRecord::guard));
        } else {
            assertThat(after).isEqualTo(before);
        }
    }

    /** Modified with its own tokens, a scope keeps its guard; else these tokens and this caller make a new one. */
    private static Guard expectedGuard(Cell cell, Optional<ScopeRecord> before, ScopeRecord after) {
        boolean modified = ScopeStates.LIVE.contains(cell.state())
                && before.orElseThrow().guard().admits(cell.tokens());
        if (modified) {
            return before.orElseThrow().guard();
        }
        assertThat(after.guard().admits(cell.tokens())).isTrue();
        assertThat(after.guard().creator())
                .isEqualTo(CALLERS.get(cell.caller()).identity().map(CallerIdentity::keyFingerprint));
        return after.guard();
    }
}
