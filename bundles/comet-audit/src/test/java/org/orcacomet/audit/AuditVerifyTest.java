package org.orcacomet.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orcacomet.audit.Samples.note;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a line, at whatever place, is found. */
class AuditVerifyTest {
    private static final int LINES = 12;

    @TempDir
    Path dir;

    private Path file;

    @BeforeEach
    void write() throws Exception {
        try (AuditLog log = AuditLog.open(AuditSettings.in(dir))) {
            for (int i = 1; i <= LINES; i++) {
                note(log, "slice", "vm" + i, i);
            }
        }
        file = dir.resolve("audit.log");
    }

    private AuditVerdict changed(Consumer<List<String>> change) throws IOException {
        List<String> whole = Files.readAllLines(file);
        List<String> lines = new ArrayList<>(whole);
        change.accept(lines);
        Files.write(file, lines);
        AuditVerdict verdict = AuditVerify.files(List.of(file));
        Files.write(file, whole);
        return verdict;
    }

    private record Forgery(String name, int line, Consumer<List<String>> change) {
        @Override
        public String toString() {
            return name + " line " + (line + 1);
        }
    }

    private static Stream<Forgery> forgeries(int line) {
        return Stream.of(
                new Forgery(
                        "edits", line, lines -> lines.set(line, lines.get(line).replace("orca", "other"))),
                new Forgery(
                        "damages",
                        line,
                        lines -> lines.set(line, lines.get(line).substring(1))),
                new Forgery("empties", line, lines -> lines.set(line, "")),
                new Forgery("removes", line, lines -> lines.remove(line)),
                new Forgery("repeats", line, lines -> lines.add(line, lines.get(line))),
                new Forgery("cuts off after", line, lines -> lines.subList(line, lines.size())
                        .clear()));
    }

    @Test
    void files_asTheyWereWrittenAreFaultless() throws Exception {
        AuditVerdict verdict = AuditVerify.files(List.of(file));
        assertThat(verdict.fault()).isEmpty();
        assertThat(verdict.lines()).isEqualTo(LINES);
        assertThat(verdict.isFromTheBeginning()).isTrue();
        assertThat(verdict.last())
                .isEqualTo(Files.readAllLines(dir.resolve("audit.last")).get(0));
    }

    @Test
    void forgery_isFoundAtEveryLine() throws Exception {
        for (Forgery forgery : IntStream.range(0, LINES)
                .boxed()
                .flatMap(AuditVerifyTest::forgeries)
                .toList()) {
            AuditVerdict verdict = changed(forgery.change());
            boolean isTheBeginning = forgery.name().equals("removes") && forgery.line() == 0;
            assertThat(verdict.fault().isPresent() || (isTheBeginning && !verdict.isFromTheBeginning()))
                    .as(forgery.toString())
                    .isTrue();
        }
    }

    @Test
    void fault_namesTheFirstLineThatDoesNotFit() throws Exception {
        assertThat(changed(lines -> Collections.swap(lines, 4, 5)).fault().orElseThrow())
                .startsWith(file + " line 5: it does not follow the line before it");
        assertThat(changed(lines -> lines.set(2, "what?")).fault())
                .contains(file + " line 3: it is no line of an audit");
        assertThat(changed(lines -> lines.remove(LINES - 1)).fault())
                .contains("the line that audit.last notes is not there: the last lines were changed or removed");
    }

    @Test
    void files_areAChainInTheirOrder() throws Exception {
        List<String> lines = Files.readAllLines(file);
        Path one = Files.write(dir.resolve("one"), lines.subList(0, 5));
        Path two = Files.write(dir.resolve("two"), lines.subList(5, 9));
        Path three = Files.write(dir.resolve("three"), lines.subList(9, LINES));
        assertThat(AuditVerify.files(List.of(one, two, three)).fault()).isEmpty();
        assertThat(AuditVerify.files(List.of(two, three)).isFromTheBeginning()).isFalse();
        assertThat(AuditVerify.files(List.of(one, three)).fault().orElseThrow()).startsWith(three + " line 1: ");
        assertThat(AuditVerify.files(List.of(two, one)).fault().orElseThrow()).startsWith(one + " line 1: ");
        Files.writeString(two, Files.readString(two).stripTrailing());
        assertThat(AuditVerify.files(List.of(one, two, three)).fault()).contains(two + " line 4: it is cut short");
    }

    @Test
    void lineThatIsBeingWrittenIsNoFault() throws Exception {
        Files.writeString(file, Files.readString(file) + "{\"time\":\"20");
        assertThat(AuditVerify.files(List.of(file)).fault()).isEmpty();
    }
}
