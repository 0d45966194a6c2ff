package org.orcacomet.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A command that was run in this process.
 *
 * @param status its exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Run(int status, String out, String err) {
    /** Runs it. */
    public static Run of(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = execute(arguments, new PrintWriter(out, true), err);
        return new Run(status, out.toString(), err.toString());
    }

    /** Runs it where standard output is a file on a full disk. */
    public static Run onFullDisk(List<String> arguments) throws IOException {
        StringWriter err = new StringWriter();
        try (PrintWriter out =
                new PrintWriter(Files.newOutputStream(Path.of("/dev/full")), true, StandardCharsets.UTF_8)) {
            return new Run(execute(arguments, out, err), "", err.toString());
        }
    }

    private static int execute(List<String> arguments, PrintWriter out, StringWriter err) {
        return Launcher.commandLine()
                .setOut(out)
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    /** It has failed so, for this reason, and says it in one sentence; for wrong arguments a synopsis follows. */
    public void assertFailed(int expected, String sentence) {
        assertThat(err).contains(sentence);
        assertThat(status).as(err).isEqualTo(expected);
        assertThat(out).isEmpty();
        if (expected == ExitStatus.WRONG_ARGUMENTS.code()) {
            assertThat(err).contains("Usage: comet", "--help describes it.");
        } else {
            assertThat(err.lines()).hasSize(1);
            assertThat(err).startsWith("comet: ");
        }
    }
}
