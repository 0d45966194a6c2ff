package org.orcacomet.bridge.am;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each opening stands for a process; what was there before it was never closed, as after a kill. */
class EndingNotesTest {
    private static final int SLOTS = 1024;

    @TempDir
    Path folder;

    private EndingNotes open() throws IOException {
        return EndingNotes.in(folder.resolve("endings"));
    }

    private static Ending closing(String reservation) {
        return new Ending("slice", reservation, Ending.Stage.CLOSING);
    }

    private static Ending noted(String reservation) {
        return new Ending("slice", reservation, Ending.Stage.NOTED);
    }

    @Test
    void note_isThereAfterAKill() throws IOException {
        open().note(closing("one"));
        assertThat(open().left()).containsExactly(noted("one"));
    }

    @Test
    void erase_leavesTheOthers() throws IOException {
        EndingNotes notes = open();
        Stream.of("one", "two", "three").map(EndingNotesTest::closing).forEach(notes::note);
        notes.erase(closing("two"));
        notes.note(closing("four"));
        assertThat(open().left()).containsExactlyInAnyOrder(noted("one"), noted("three"), noted("four"));
    }

    @Test
    void erase_ofWhatWasLeftForgetsIt() throws IOException {
        open().note(closing("one"));
        open().erase(noted("one"));
        assertThat(open().left()).isEmpty();
    }

    @Test
    void note_withoutRoomIsNotKept() throws IOException {
        EndingNotes notes = open();
        IntStream.range(0, SLOTS + 10).forEach(i -> notes.note(closing("r" + i)));
        assertThat(open().left()).hasSize(SLOTS);
    }

    @Test
    void note_ofNamesThatAreTooLongIsNotKept() throws IOException {
        String name = Stream.generate(() -> "x").limit(300).collect(Collectors.joining());
        open().note(closing(name));
        assertThat(open().left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shorter than a slot", "\0\0\0\5no new line", "\0\0\0\7a\nb\nc\nd"})
    void open_passesOverWhatIsNoNote(String content) throws IOException {
        Files.write(folder.resolve("endings"), content.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(open().left()).isEmpty();
        open().note(closing("one"));
        assertThat(open().left()).containsExactly(noted("one"));
    }

    @Test
    void queue_beginsWithWhatWasLeftAndErasesWhatIsDone() throws Exception {
        new EndingQueue(10, open()).add(closing("one"));
        EndingQueue queue = new EndingQueue(10, open());
        Optional<Ending> next = queue.next(Duration.ZERO);
        assertThat(next).contains(noted("one"));
        queue.done(next.get());
        assertThat(open().left()).isEmpty();
    }
}
