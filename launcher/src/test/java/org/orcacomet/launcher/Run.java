package org.orcacomet.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
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
        int status = Launcher.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
        return new Run(status, out.toString(), err.toString());
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
