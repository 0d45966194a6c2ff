package org.orcacomet.accumulo.ageing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orcacomet.store.testkit.Samples.GUARD;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.accumulo.core.data.Key;
import org.apache.accumulo.core.data.Value;
import org.apache.accumulo.core.iterators.IteratorEnvironment;
import org.apache.accumulo.core.iterators.IteratorUtil.IteratorScope;
import org.apache.accumulo.core.iterators.SortedKeyValueIterator;
import org.apache.accumulo.core.iteratorsImpl.system.SortedMapIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.store.Guard;
import org.orcacomet.store.RecordCodec;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.testkit.Samples;

class AgeingFilterTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration NEVER = Duration.ZERO;
    private static final Guard CREATED = GUARD.createdBy("c".repeat(64));
    private static final Optional<ScopeValue> TEXT = Optional.of(ScopeValue.of("text"));
    private static final Optional<ScopeValue> NULL = Optional.of(ScopeValue.ofNull());
    private static final Optional<ScopeValue> TOMBSTONE = Optional.empty();
    private static final IteratorEnvironment SCAN = environment(IteratorScope.scan, false);

    static Stream<Arguments> records() {
        return Stream.of(
                row("an old text", record(TEXT, DAY, GUARD), HOUR, NEVER, false),
                row("an old null", record(NULL, DAY, GUARD), HOUR, NEVER, false),
                row("an old text with a creator", record(TEXT, DAY, CREATED), HOUR, NEVER, false),
                row("an old tombstone", record(TOMBSTONE, DAY, GUARD), NEVER, HOUR, false),
                row("an old tombstone with a creator", record(TOMBSTONE, DAY, CREATED), NEVER, HOUR, false),
                row("a young text", record(TEXT, HOUR, GUARD), DAY, HOUR, true),
                row("a young tombstone", record(TOMBSTONE, HOUR, CREATED), HOUR, DAY, true),
                row("a text whose time is never over", record(TEXT, DAY, CREATED), NEVER, HOUR, true),
                row("a tombstone whose time is never over", record(TOMBSTONE, DAY, GUARD), HOUR, NEVER, true),
                row("a text of tomorrow", record(TEXT, DAY.negated(), GUARD), HOUR, HOUR, true));
    }

    private static Arguments row(String name, byte[] stored, Duration records, Duration tombstones, boolean kept) {
        return Arguments.of(name, stored, times(records, tombstones), kept);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void record_isDroppedWhenTheTimeOfItsKindIsOver(String name, byte[] stored, Map<String, String> times, boolean kept)
            throws IOException {
        assertThat(isKept("users", stored, filter(times, SCAN))).isEqualTo(kept);
    }

    static Stream<Arguments> scopes() {
        return Stream.of(
                Arguments.of(environment(IteratorScope.scan, false), false),
                Arguments.of(environment(IteratorScope.majc, true), false),
                Arguments.of(environment(IteratorScope.majc, false), true),
                Arguments.of(environment(IteratorScope.minc, false), true));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void record_isDroppedOnlyWhereAllItsVersionsComeBy(IteratorEnvironment environment, boolean kept)
            throws IOException {
        assertThat(isKept("users", record(TOMBSTONE, DAY, GUARD), filter(times(HOUR, HOUR), environment)))
                .isEqualTo(kept);
    }

    @Test
    void counter_isKeptWhateverItHolds() throws IOException {
        assertThat(isKept("", record(TEXT, DAY, GUARD), filter(times(HOUR, HOUR), SCAN)))
                .isTrue();
    }

    static Stream<Arguments> others() {
        byte[] known = record(TEXT, DAY, CREATED);
        return Stream.of(
                Arguments.of("nothing", new byte[0]),
                Arguments.of("another version", changed(known, 0, 2)),
                Arguments.of("another read hash", changed(known, 17, 2)),
                Arguments.of("another write hash", changed(known, 66, 2)),
                Arguments.of("a negative length", changed(known, 115, -1)),
                Arguments.of("a length past the end", changed(known, 115, 1)),
                Arguments.of("another kind", changed(known, 117 + 64, 3)),
                Arguments.of("a negative kind", changed(known, 117 + 64, -1)),
                Arguments.of("no kind", Arrays.copyOf(known, 117 + 64)),
                Arguments.of("no creator", Arrays.copyOf(known, 117)),
                Arguments.of("no length", Arrays.copyOf(known, 116)));
    }

    private static byte[] changed(byte[] known, int at, int to) {
        byte[] other = known.clone();
        other[at] = (byte) to;
        return other;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void value_thatIsNotUnderstoodIsKept(String name, byte[] stored) throws IOException {
        assertThat(isKept("users", stored, filter(times(HOUR, HOUR), SCAN))).isTrue();
    }

    @Test
    void copy_dropsTheSame() throws IOException {
        SortedKeyValueIterator<Key, Value> copy =
                filter(times(HOUR, HOUR), SCAN).deepCopy(SCAN);
        assertThat(isKept("users", record(TEXT, DAY, GUARD), (AgeingFilter) copy))
                .isFalse();
    }

    @Test
    void filter_withoutOptionsDropsNothing() throws IOException {
        assertThat(isKept("users", record(TEXT, DAY, GUARD), filter(Map.of(), SCAN)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "", "1h", "9223372036854775808"})
    void option_thatIsNoTimeIsRefusedByItsName(String time) {
        for (String option : List.of("records.ms", "tombstones.ms")) {
            assertThatThrownBy(() -> filter(Map.of(option, time), SCAN))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(option);
        }
    }

    @Test
    void filter_cannotBeNegated() {
        assertThatThrownBy(() -> filter(Map.of("negate", "true"), SCAN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void options_areDescribed() {
        assertThat(new AgeingFilter().describeOptions().getNamedOptions())
                .containsOnlyKeys("records.ms", "tombstones.ms");
    }

    private static byte[] record(Optional<ScopeValue> value, Duration age, Guard guard) {
        return RecordCodec.encode(new ScopeRecord(
                Samples.key("slice", "users", "vm1"),
                guard,
                value,
                Revision.of(7),
                Instant.now().minus(age).minusSeconds(60)));
    }

    private static Map<String, String> times(Duration records, Duration tombstones) {
        return Map.of(
                "records.ms", Long.toString(plusMinutes(records)),
                "tombstones.ms", Long.toString(plusMinutes(tombstones)));
    }

    /** A record of an hour's age is young for an hour's time, on the slowest machine. */
    private static long plusMinutes(Duration time) {
        return time.isZero() ? 0 : time.plusMinutes(30).toMillis();
    }

    private static AgeingFilter filter(Map<String, String> options, IteratorEnvironment environment)
            throws IOException {
        AgeingFilter filter = new AgeingFilter();
        filter.init(new SortedMapIterator(new TreeMap<>()), options, environment);
        return filter;
    }

    private static boolean isKept(String family, byte[] stored, AgeingFilter filter) {
        return filter.accept(new Key("slice", family, "vm1"), new Value(stored));
    }

    private static IteratorEnvironment environment(IteratorScope scope, boolean full) {
        Map<String, Object> answers = Map.of(
                "getIteratorScope",
                scope,
                "isFullMajorCompaction",
                full,
                "isSamplingEnabled",
                false,
                "toString",
                scope + (full ? ", all files" : ""));
        return (IteratorEnvironment) Proxy.newProxyInstance(
                IteratorEnvironment.class.getClassLoader(),
                new Class<?>[] {IteratorEnvironment.class},
                (proxy, method, arguments) -> answers.get(method.getName()));
    }
}
