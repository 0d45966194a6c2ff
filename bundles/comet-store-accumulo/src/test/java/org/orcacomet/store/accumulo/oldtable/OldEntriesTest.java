package org.orcacomet.store.accumulo.oldtable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.accumulo.core.data.Key;
import org.junit.jupiter.api.Test;
import org.orcacomet.store.DamagedExport;
import org.orcacomet.store.ExportPart;
import org.orcacomet.store.ExportReader;
import org.orcacomet.store.ExportWriter;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.accumulo.testkit.OldServer;

class OldEntriesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T23:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final ByteArrayOutputStream export = new ByteArrayOutputStream();
    private final List<String> skipped = new ArrayList<>();
    private final OldEntries entries;

    OldEntriesTest() throws IOException {
        entries = new OldEntries(new ExportWriter(export), new SkippedEntries(skipped::add), new Ageing(NOW, DAY));
    }

    private static Key cell(String key, String readToken, Instant at) {
        return new Key("slice-1", "users", key, readToken, at.toEpochMilli());
    }

    private void take(String key, String readToken, Instant at) throws IOException {
        entries.take(cell(key, readToken, at), OldServer.live("Write1234", "of " + readToken, at));
    }

    private List<ScopeRecord> exported() throws IOException, DamagedExport {
        List<ScopeRecord> records = new ArrayList<>();
        ExportReader reader = new ExportReader(new ByteArrayInputStream(export.toByteArray()));
        for (Optional<ExportPart> part = reader.next(); part.isPresent(); part = reader.next()) {
            records.addAll(part.get().listing().records());
        }
        return records;
    }

    @Test
    void take_keepsTheNewestOfSeveralUnderOneName() throws Exception {
        take("unit-1", "Read1", NOW.minusMillis(3));
        take("unit-1", "Read2", NOW.minusMillis(1));
        take("unit-1", "Read3", NOW.minusMillis(2));
        take("unit-2", "Read4", NOW.minusMillis(9));
        Tally tally = entries.end();
        assertThat(exported())
                .extracting(record -> record.value().orElseThrow().text().orElseThrow())
                .containsExactly("of Read2", "of Read4");
        assertThat(tally.byName())
                .containsEntry("read", 4L)
                .containsEntry("exported", 2L)
                .containsEntry("doubled", 2L);
    }

    @Test
    void take_listsThoseThatAreOlderByNameAndTime() throws IOException {
        take("unit-1", "Read1", NOW.minusMillis(3));
        take("unit-1", "Read2", NOW);
        assertThat(skipped)
                .containsExactly("doubled\tslice-1\tusers\tunit-1\t2026-11-21T22:59:59.997Z"
                        + "\ta newer entry has the same name and another read token");
    }

    @Test
    void take_goesByTheCellsTimestampAndNotByTheClocksOfServers() throws Exception {
        entries.take(
                cell("unit-1", "Read1", NOW),
                OldServer.live("Write1234", "written last", NOW.minus(Duration.ofHours(1))));
        entries.take(cell("unit-1", "Read2", NOW.minusMillis(1)), OldServer.live("Write1234", "written before", NOW));
        entries.end();
        assertThat(exported())
                .hasSize(1)
                .first()
                .extracting(record -> record.revision().number())
                .isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void take_listsWhatIsBrokenAndTakesWhatIsUnderTheSameName() throws Exception {
        take("unit-1", "Read1", NOW);
        entries.take(cell("unit-1", "Read2", NOW), OldServer.value("Write1234"));
        Tally tally = entries.end();
        assertThat(exported()).hasSize(1);
        assertThat(tally.of(Tally.Kind.BROKEN)).isEqualTo(1);
        assertThat(skipped)
                .containsExactly("broken\tslice-1\tusers\tunit-1\t2026-11-21T23:00:00Z"
                        + "\tits value has 1 elements, where today's server writes 5 or 6");
    }

    @Test
    void take_showsNamesThatWouldSpoilALine() throws IOException {
        entries.take(new Key("sli\tce", "us\ners", "\u0000", "Read1234", 0), OldServer.value("a"));
        assertThat(skipped).singleElement().asString().startsWith("broken\tsli\\u0009ce\tus\\u000aers\t\\u0000\t1970");
    }

    @Test
    void take_leavesOutWhatNobodyTouchedForTwiceTheTime() throws Exception {
        take("unit-1", "Read1", NOW.minus(DAY.multipliedBy(2)));
        take("unit-2", "Read1", NOW.minus(DAY.multipliedBy(2)).plusMillis(1));
        Tally tally = entries.end();
        assertThat(exported()).hasSize(1);
        assertThat(tally.of(Tally.Kind.AGED)).isEqualTo(1);
        assertThat(skipped).isEmpty();
    }

    @Test
    void ageing_isOffAtZeroAndTakesTheLongest() {
        assertThat(new Ageing(NOW, Duration.ZERO).isOver(Instant.EPOCH)).isFalse();
        assertThat(new Ageing(NOW, Duration.ofMillis(Long.MAX_VALUE)).isOver(Instant.EPOCH))
                .isFalse();
    }

    @Test
    void take_makesTombstonesOfWhatWasDeleted() throws Exception {
        entries.take(cell("unit-1", "Read1", NOW), OldServer.deleted("Write1234", NOW));
        Tally tally = entries.end();
        assertThat(exported()).singleElement().matches(ScopeRecord::deleted);
        assertThat(tally.byName()).containsEntry("exported", 1L).containsEntry("deleted", 1L);
    }

    @Test
    void end_ofNothingIsAnEmptyExport() throws Exception {
        assertThat(entries.end().byName())
                .allSatisfy((kind, count) -> assertThat(count).isZero());
        assertThat(exported()).isEmpty();
    }
}
