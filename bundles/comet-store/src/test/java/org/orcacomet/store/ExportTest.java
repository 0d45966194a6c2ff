package org.orcacomet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orcacomet.store.testkit.Samples.GUARD;
import static org.orcacomet.store.testkit.Samples.NOON;
import static org.orcacomet.store.testkit.Samples.TOKENS;
import static org.orcacomet.store.testkit.Samples.alone;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.TokenCodec;

class ExportTest {
    private final MemoryScopeStore store = new MemoryScopeStore();

    @BeforeEach
    void fill() throws Exception {
        store.apply(alone(creation(key("slice", "users", "vm1"), "[]")));
        store.apply(alone(creation(key("slice", "users", "vm2"), "ÄÖ \uD83D\uDE00")));
        store.apply(alone(Change.deletion(record("slice", "users", "vm2"), NOON.plusSeconds(1))));
        store.touch(record("slice", "users", "vm1"), NOON.plus(Duration.ofDays(1)));
        store.apply(alone(new Change(
                key("other", "hosts", "vm"),
                Optional.empty(),
                GUARD.createdBy("ab12"),
                Optional.of(ScopeValue.ofNull()),
                NOON)));
        store.apply(alone(creation(key("forgotten", "users", "vm"), "[]")));
        store.forget(record("forgotten", "users", "vm"));
    }

    private ScopeRecord record(String context, String family, String entry) {
        return store.read(key(context, family, entry)).orElseThrow();
    }

    private static byte[] export(ScopeStore from) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportWriter.write(from, out);
        return out.toByteArray();
    }

    /** What was handed out before the end, or before the damage. */
    private record Found(List<ExportPart> parts, Optional<String> damage) {
        static Found in(byte[] export) throws IOException {
            List<ExportPart> parts = new ArrayList<>();
            try {
                ExportReader reader = new ExportReader(new ByteArrayInputStream(export));
                for (Optional<ExportPart> part = reader.next(); part.isPresent(); part = reader.next()) {
                    parts.add(part.get());
                }
                return new Found(parts, Optional.empty());
            } catch (DamagedExport e) {
                return new Found(parts, Optional.of(e.getMessage()));
            }
        }
    }

    private static List<ScopeRecord> scan(ScopeStore store) throws StoreUnavailable {
        List<ScopeRecord> records = new ArrayList<>();
        store.scan(records::add);
        return records;
    }

    @Test
    void export_takesAllToAnotherStoreAsItIs() throws Exception {
        MemoryScopeStore other = new MemoryScopeStore();
        for (ExportPart part : Found.in(export(store)).parts()) {
            other.restore(part.context(), part.listing());
        }
        for (String context : List.of("slice", "other", "forgotten", "unknown")) {
            assertThat(other.list(ContextId.parse(context))).isEqualTo(store.list(ContextId.parse(context)));
        }
        assertThat(scan(other)).hasSize(3);
        assertThat(scan(other)).allMatch(record -> record.guard().admits(TOKENS));
    }

    @Test
    void export_countsWhatItHolds() throws Exception {
        ExportCounts written = ExportWriter.write(store, OutputStream.nullOutputStream());
        assertThat(written).isEqualTo(new ExportCounts(3, 3));
        assertThat(new ExportReader(new ByteArrayInputStream(export(store))).verify())
                .isEqualTo(written);
    }

    @Test
    void export_ofAnEmptyStoreIsOne() throws Exception {
        assertThat(Found.in(export(new MemoryScopeStore()))).isEqualTo(new Found(List.of(), Optional.empty()));
    }

    @Test
    void export_isTheSameBytesEachTimeAndHasTheFormThatIsWritten() throws Exception {
        byte[] export = export(store);
        assertThat(export(store)).isEqualTo(export);
        assertThat(new String(export, StandardCharsets.ISO_8859_1)).startsWith("COMET-EXPORT\u0001P");
    }

    @Test
    void export_holdsNoToken() throws Exception {
        String text = new String(export(store), StandardCharsets.ISO_8859_1);
        assertThat(text).contains("vm1").doesNotContain(TokenCodec.reveal(TOKENS.read()));
        assertThat(text).doesNotContain(TokenCodec.reveal(TOKENS.write()));
    }

    @ParameterizedTest
    @CsvSource({"2500, 1, 3", "1000, 1, 1", "1001, 1, 2", "5, 700000, 3", "3, 1100000, 3"})
    void parts_areBounded(int records, int valueLength, int parts) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportWriter writer = new ExportWriter(out);
        writer.context(ContextId.parse("slice"), Revision.of(7));
        for (int i = 0; i < records; i++) {
            writer.record(creation(key("slice", "users", "vm" + i), "x".repeat(valueLength))
                    .toRecord(Revision.of(7)));
        }
        assertThat(writer.end()).isEqualTo(new ExportCounts(1, records));

        List<ExportPart> found = Found.in(out.toByteArray()).parts();
        assertThat(found)
                .hasSize(parts)
                .allMatch(part -> part.listing().records().size() <= 1000);
        assertThat(found).allMatch(part -> part.listing().revision().equals(Optional.of(Revision.of(7))));
        assertThat(new ExportReader(new ByteArrayInputStream(out.toByteArray())).verify())
                .isEqualTo(new ExportCounts(1, records));
    }

    @Test
    void record_beginsAContextWhoseRevisionNobodyToldIt() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportWriter writer = new ExportWriter(out);
        for (String context : List.of("a", "a", "b")) {
            writer.record(creation(key(context, "users", "vm"), "[]").toRecord(Revision.of(3)));
        }
        assertThat(writer.end()).isEqualTo(new ExportCounts(2, 3));
        assertThat(Found.in(out.toByteArray()).parts())
                .hasSize(2)
                .allMatch(part -> part.listing().revision().isEmpty());
    }

    @Test
    void record_thatIsTooLargeIsRefused() throws Exception {
        ExportWriter writer = new ExportWriter(OutputStream.nullOutputStream());
        ScopeRecord large =
                creation(key("slice", "users", "vm"), "x".repeat(33 << 20)).toRecord(Revision.of(1));
        assertThatThrownBy(() -> writer.record(large))
                .isInstanceOf(IOException.class)
                .hasMessage("a record takes more than the 33554432 bytes that an export can hold");
    }

    @Test
    void cut_isFoundWhereverItIs() throws Exception {
        byte[] export = export(store);
        Found whole = Found.in(export);
        for (int length = 0; length < export.length; length++) {
            Found found = Found.in(Arrays.copyOf(export, length));
            assertThat(found.damage()).as("cut after %d", length).isPresent();
            assertThat(found.damage().orElseThrow()).matches("it is (empty|cut short .*)");
            assertBeginning(whole, found);
        }
    }

    @Test
    void damage_isFoundWhereverItIs() throws Exception {
        byte[] export = export(store);
        Found whole = Found.in(export);
        for (int bit = 0; bit < export.length * Byte.SIZE; bit++) {
            byte[] damaged = export.clone();
            damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Found found = Found.in(damaged);
            assertThat(found.damage()).as("bit %d", bit).isPresent();
            assertBeginning(whole, found);
        }
    }

    @Test
    void frames_inAnotherOrderOrTwiceOrOfAnotherExportAreFound() throws Exception {
        byte[] export = export(store);
        List<byte[]> frames = frames(export);
        byte[] other = export(new MemoryScopeStore());
        assertThat(frames).hasSize(4);
        for (List<Integer> order : List.of(List.of(1, 0, 2, 3), List.of(0, 0, 1, 2, 3), List.of(0, 1, 3))) {
            ByteArrayOutputStream mixed = new ByteArrayOutputStream();
            mixed.writeBytes(ExportFrame.beginning());
            order.forEach(frame -> mixed.writeBytes(frames.get(frame)));
            assertThat(Found.in(mixed.toByteArray()).damage()).isPresent();
        }
        assertThat(Found.in(concat(export, new byte[1])).damage()).contains("something follows its end");
        assertThat(Found.in(concat(other, export)).damage()).contains("something follows its end");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    '' | it is empty
                    C | it is cut short before its first record
                    something else altogether | it is no export of COMET
                    COMET | it is cut short before its first record
                    'COMET-EXPORT\u0002' | it is an export of version 2, and this COMET reads version 1
                    'COMET-EXPORT\u0001' | it is cut short after 0 records
                    'COMET-EXPORT\u0001PPPPPPPPPPP' | it is damaged after 0 records
                    'COMET-EXPORT\u0001QPPPPPPPPPP' | it is damaged after 0 records
                    """)
    void whatIsNoExport_isToldInASentence(String text, String sentence) throws Exception {
        assertThat(Found.in(text.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(new Found(List.of(), Optional.of(sentence)));
    }

    @Test
    void record_ofALaterVersionIsToldApart() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ExportFrame.beginning());
        byte[] frame = ExportFrame.of(ExportFrame.PART, new byte[] {0, 1, 'a', 0, 0, 0, 0, 0, 0, 0, 1, 0, 0});
        out.write(frame);
        out.write(new ExportFrame().hash(frame));
        assertThat(Found.in(out.toByteArray()).damage())
                .contains("after 0 records it holds what this COMET cannot read");
    }

    private static void assertBeginning(Found whole, Found found) {
        assertThat(found.parts())
                .isEqualTo(whole.parts().subList(0, found.parts().size()));
    }

    private static List<byte[]> frames(byte[] export) {
        List<byte[]> frames = new ArrayList<>();
        int at = ExportFrame.beginning().length;
        while (at < export.length) {
            int length = IntStream.range(at + 1, at + ExportFrame.HEAD)
                    .map(i -> Byte.toUnsignedInt(export[i]))
                    .reduce(0, (high, low) -> high << Byte.SIZE | low);
            int end = at + ExportFrame.HEAD + length + ExportFrame.HASH;
            frames.add(Arrays.copyOfRange(export, at, end));
            at = end;
        }
        return frames;
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
