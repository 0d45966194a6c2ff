package org.orcacomet.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.orcacomet.launcher.Launcher;

/**
 * The command line, in this process, against one service: what it wrote, and how it ended.
 *
 * @param address the service
 * @param tls the folder of a trusted caller's files
 */
record Cli(String address, Path tls) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Runs it; arguments are apart by blanks, and those of {@code more} are as they are. */
    Command run(String arguments, String... more) {
        List<String> all = new ArrayList<>(List.of(arguments.split(" ")));
        all.addAll(List.of("--at", address, "--tls", tls.toString()));
        all.addAll(List.of(more));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Launcher.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        return new Command(status, out.toString(), err.toString());
    }

    /** What it prints on standard output, of a command that must do its work. */
    String output(String arguments, String... more) {
        Command command = run(arguments, more);
        assertThat(command.errors()).isEmpty();
        assertThat(command.status()).isZero();
        return command.output();
    }

    /** The same with {@code --json}, which must be one line of JSON. */
    JsonNode json(String arguments, String... more) throws IOException {
        String output = output(arguments + " --json", more);
        assertThat(output.lines()).hasSize(1);
        return JSON.readTree(output);
    }
}
