package org.orcacomet.store.accumulo.oldtable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.accumulo.core.data.Key;
import org.apache.accumulo.core.data.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.accumulo.testkit.OldServer;

class OldEntryTest {
    private static final Instant NOW = Instant.parse("2026-11-21T23:00:00Z");
    private static final long TIMESTAMP = 1_600_000_000_123L;
    private static final String WRITTEN = "1600000000000";

    private static ScopeRecord record(Key cell, Value value) throws BrokenEntry {
        return OldEntry.record(cell, value, NOW);
    }

    private static Key cell(String visibility) {
        return new Key("slice-1", "users", "unit-1", visibility, TIMESTAMP);
    }

    private static ScopeRecord record(String... elements) throws BrokenEntry {
        return record(cell("Read1234"), OldServer.value(elements));
    }

    @Test
    void record_hasTheNamesTheTokensAndTheValue() throws BrokenEntry {
        ScopeRecord record = record("false", "Write1234", "[1]", "1.0", "", WRITTEN);
        assertThat(record.key()).hasToString("slice-1/users/unit-1");
        assertThat(record.guard().admits(tokens("Read1234", "Write1234"))).isTrue();
        assertThat(record.guard().admits(tokens("Read1234", "Write1235"))).isFalse();
        assertThat(record.value()).contains(ScopeValue.of("[1]"));
        assertThat(record.touched()).isEqualTo(Instant.ofEpochMilli(1_600_000_000_000L));
        assertThat(record.revision().number()).isEqualTo(TIMESTAMP);
    }

    private static TokenPair tokens(String read, String write) {
        return TokenPair.of(TokenCodec.readToken(read), TokenCodec.writeToken(write));
    }

    @Test
    void record_takesTokensThatAreTooWeakToBeMadeToday() throws BrokenEntry {
        ScopeRecord record = record(cell("r"), OldServer.value("false", "w", "[]", "1.0", ""));
        assertThat(record.guard().admits(tokens("r", "w"))).isTrue();
    }

    static Stream<Arguments> labels() {
        return Stream.of(
                Arguments.of("Read1234", "Read1234"),
                Arguments.of("a_b-c:d.e/f", "a_b-c:d.e/f"),
                Arguments.of("\"Read 1234!\"", "Read 1234!"),
                Arguments.of("\"a&b|(c)\"", "a&b|(c)"),
                Arguments.of("\"quote \\\" and \\\\\"", "quote \" and \\"),
                Arguments.of("\"\u20ac\"", "\u20ac"));
    }

    @ParameterizedTest
    @MethodSource("labels")
    void record_hasTheLabelAsItsReadToken(String visibility, String token) throws BrokenEntry {
        ScopeRecord record = record(cell(visibility), OldServer.value("false", "Write1234", "[]", "1.0", ""));
        assertThat(record.guard().admits(TokenCodec.readToken(token))).isTrue();
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("", ScopeValue.ofNull()),
                Arguments.of(" null\n", ScopeValue.ofNull()),
                Arguments.of(null, ScopeValue.ofNull()),
                Arguments.of("nullo", ScopeValue.of("nullo")),
                Arguments.of("\0\ud83d\ude00", ScopeValue.of("\0\ud83d\ude00")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void record_hasTheValueAsTheServiceWouldTakeIt(String text, ScopeValue value) throws BrokenEntry {
        assertThat(record("false", "Write1234", text, "1.0", "", WRITTEN).value())
                .contains(value);
    }

    @ParameterizedTest
    @CsvSource({"true,true", "TRUE,true", "1,true", "false,false", "False,false", "0,false", "'',false", ",false"})
    void record_isATombstoneIfTheFlagSaysSo(String flag, boolean deleted) throws BrokenEntry {
        assertThat(record(flag, "Write1234", "[]", "1.0", "", WRITTEN).deleted())
                .isEqualTo(deleted);
    }

    @Test
    void record_ofADeletionHasItsTime() throws BrokenEntry {
        assertThat(record("true", "Write1234", "[]", "1.0", "1600000000100", WRITTEN)
                        .touched())
                .isEqualTo(Instant.ofEpochMilli(1_600_000_000_100L));
        assertThat(record("true", "Write1234", "[]", "1.0", "", WRITTEN).touched())
                .isEqualTo(Instant.ofEpochMilli(1_600_000_000_000L));
    }

    @ParameterizedTest
    @CsvSource({
        "1600000000000, 2020-09-13T12:26:40Z",
        "2020-09-13T14:26:40+02:00, 2020-09-13T12:26:40Z",
        "Sun Sep 13 12:26:40 UTC 2020, 2020-09-13T12:26:40Z",
        "Sun Sep 13 08:26:40 EDT 2020, 2020-09-13T12:26:40Z",
        "'', 2020-09-13T12:26:40.123Z",
        ", 2020-09-13T12:26:40.123Z",
        "yesterday, 2020-09-13T12:26:40.123Z",
        "1600000000, 2020-09-13T12:26:40.123Z",
        "99999999999999999999, 2020-09-13T12:26:40.123Z"
    })
    void record_hasTheTimeOfTheWriteOrElseTheCells(String written, Instant touched) throws BrokenEntry {
        assertThat(record("false", "Write1234", "[]", "1.0", "", written).touched())
                .isEqualTo(touched);
    }

    @Test
    void record_ofATableWithoutTimesIsWrittenNow() throws BrokenEntry {
        Key counted = new Key("slice-1", "users", "unit-1", "Read1234", 7);
        ScopeRecord record = record(counted, OldServer.timeless("Write1234", "[]"));
        assertThat(record.touched()).isEqualTo(NOW);
        assertThat(record.revision().number()).isEqualTo(7);
    }

    static Stream<Arguments> broken() {
        Value whole = OldServer.value("false", "Write1234", "[]", "1.0", "", WRITTEN);
        Key cell = cell("Read1234");
        return Stream.of(
                Arguments.of(cell, new Value("garbage"), "its value is no array of texts as Java serialises it"),
                Arguments.of(cell, new Value(), "its value is cut short"),
                Arguments.of(cell, OldServer.value("false", "Write1234", "[]", "1.0"), elements(4)),
                Arguments.of(cell, OldServer.value("false", "w", "[]", "1.0", "", "", ""), elements(7)),
                Arguments.of(cell, OldServer.timeless("", "[]"), "writeToken is blank"),
                Arguments.of(cell, OldServer.timeless(null, "[]"), "writeToken is blank"),
                Arguments.of(cell, OldServer.timeless("Write1234\ud800", "[]"), "writeToken is not Unicode text"),
                Arguments.of(cell, OldServer.timeless("Write1234", "\ud800"), "the value is not Unicode text"),
                Arguments.of(
                        cell,
                        OldServer.value("maybe", "Write1234", "[]", "1.0", ""),
                        "its flag of deletion is neither true nor false"),
                Arguments.of(cell(""), whole, "it has no visibility, and so no read token"),
                Arguments.of(cell("Read&1234"), whole, "its visibility is not one label, and so no read token"),
                Arguments.of(cell("\"Read\"|\"1234\""), whole, "its visibility is not one label, and so no read token"),
                Arguments.of(cell("\"Read1234\\\""), whole, "its visibility is not one label, and so no read token"),
                Arguments.of(cell("\"Read\\1234\""), whole, "its visibility is not one label, and so no read token"),
                Arguments.of(cell("\""), whole, "its visibility is not one label, and so no read token"),
                Arguments.of(cell("\" \""), whole, "readToken is blank"),
                Arguments.of(named("", "users", "unit-1"), whole, "contextID is empty"),
                Arguments.of(named("slice-1", "us\ters", "unit-1"), whole, "family holds a control character"),
                Arguments.of(named("slice-1", "users", "x".repeat(4097)), whole, "Key takes more than 4096 bytes"),
                Arguments.of(notUtf8(), whole, "contextID is not UTF-8"),
                Arguments.of(
                        new Key("slice-1", "users", "unit-1", "Read1234", 0), whole, "its timestamp is out of range"),
                Arguments.of(
                        new Key("slice-1", "users", "unit-1", "Read1234", Long.MAX_VALUE),
                        whole,
                        "its timestamp is out of range"));
    }

    private static String elements(int length) {
        return "its value has " + length + " elements, where today's server writes 5 or 6";
    }

    private static Key named(String context, String family, String key) {
        return new Key(context, family, key, "Read1234", TIMESTAMP);
    }

    private static Key notUtf8() {
        byte[] utf8 = "x".getBytes(StandardCharsets.UTF_8);
        return new Key(new byte[] {(byte) 0xc3}, utf8, utf8, utf8, TIMESTAMP);
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("broken")
    void record_namesWhatIsBroken(Key cell, Value value, String reason) {
        assertThatThrownBy(() -> record(cell, value))
                .isInstanceOf(BrokenEntry.class)
                .hasMessage(reason)
                .hasMessageNotContaining("1234");
    }

    @Test
    void record_isOfNobody() throws BrokenEntry {
        assertThat(record("false", "Write1234", "[]", "1.0", "", WRITTEN)
                        .guard()
                        .creator())
                .isEqualTo(Optional.empty());
    }
}
