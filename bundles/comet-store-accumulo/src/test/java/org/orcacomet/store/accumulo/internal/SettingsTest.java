package org.orcacomet.store.accumulo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.store.accumulo.AccumuloSettings;
import org.orcacomet.store.accumulo.Password;

class SettingsTest {
    private static final Password PASSWORD = Password.of("Marked-Secret");

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("zookeepers is missing", () -> AccumuloSettings.Login.of(" ", "i", "u", PASSWORD)),
                refused("instance is missing", () -> AccumuloSettings.Login.of("z", "", "u", PASSWORD)),
                refused("user is missing", () -> AccumuloSettings.Login.of("z", "i", "", PASSWORD)),
                refused(
                        "exactly one of",
                        () -> new AccumuloSettings.Login("z", "i", "u", Optional.empty(), Optional.empty())),
                refused("table is no name", () -> new AccumuloSettings.Table("a b", 1, Optional.empty())),
                refused("splits must be", () -> new AccumuloSettings.Table("a", 0, Optional.empty())),
                refused("splits must be", () -> new AccumuloSettings.Table("a", 257, Optional.empty())),
                refused("ageing.filter", () -> ageing(-1, 0)),
                refused("ageing.filter", () -> ageing(0, -1)),
                refused("call.timeout.ms", () -> new AccumuloSettings.Calls(Duration.ofMillis(99), 1)),
                refused("calls.max", () -> new AccumuloSettings.Calls(Duration.ofSeconds(1), 0)),
                refused("the password is empty", () -> Password.of("")));
    }

    private static Arguments refused(String said, ThrowingCallable making) {
        return Arguments.of(said, making);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void settings_areRefusedByTheirName(String said, ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(said);
    }

    @Test
    void password_isNotPrinted() {
        AccumuloSettings settings = AccumuloSettings.of(AccumuloSettings.Login.of("z", "i", "u", PASSWORD));
        assertThat(settings.toString()).doesNotContain("Marked-Secret").contains("redacted");
    }

    @Test
    void clientFile_isGoneBeforeByWhatIsSet(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("client"), "instance.name=other\nssl.enabled=true\n");
        AccumuloSettings.Login login =
                new AccumuloSettings.Login("z:1", "i", "u", Optional.of(PASSWORD), Optional.of(file));
        assertThat(Login.properties(login))
                .containsEntry("instance.name", "i")
                .containsEntry("ssl.enabled", "true")
                .containsEntry("auth.token", "Marked-Secret");
    }

    @Test
    void clientFile_thatIsNotThereIsTold(@TempDir Path dir) {
        AccumuloSettings.Login login =
                new AccumuloSettings.Login("z:1", "i", "", Optional.empty(), Optional.of(dir.resolve("none")));
        assertThatThrownBy(() -> Login.properties(login))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("the file of client.file");
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 25})
    void java_thatHadoopDoesNotRunOnIsTold(int feature) {
        assertThatThrownBy(() -> Connection.requireSuitableJava(feature))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("does not run on Java " + feature);
    }

    @Test
    void splits_areEvenParts() {
        assertThat(TableLayout.splits(4)).extracting(Object::toString).containsExactly("40", "80", "c0");
        assertThat(TableLayout.splits(1)).isEmpty();
        assertThat(TableLayout.splits(256)).hasSize(255);
    }

    private static AccumuloSettings.Ageing ageing(long records, long tombstones) {
        return new AccumuloSettings.Ageing(Duration.ofMillis(records), Duration.ofMillis(tombstones));
    }

    @Test
    void filter_isAttachedOnlyIfSomethingAges() {
        assertThat(FilterProperties.of(Optional.empty())).isEmpty();
        assertThat(FilterProperties.of(Optional.of(ageing(0, 0)))).isEmpty();
        assertThat(FilterProperties.of(Optional.of(ageing(0, 5))))
                .containsEntry("table.iterator.scan.ageing.opt.records.ms", "0")
                .containsEntry("table.iterator.majc.ageing.opt.tombstones.ms", "5")
                .hasSize(6);
    }

    @Test
    void filter_isFoundAmongATablesSettings() {
        assertThat(FilterProperties.among(Map.of(
                        "table.iterator.scan.ageing", "30,Filter",
                        "table.iterator.minc.ageing.opt.records.ms", "1",
                        "table.iterator.scan.ageing2", "31,Other",
                        "table.iterator.scan.vers.opt.maxVersions", "1")))
                .containsOnlyKeys("table.iterator.scan.ageing", "table.iterator.minc.ageing.opt.records.ms");
    }
}
