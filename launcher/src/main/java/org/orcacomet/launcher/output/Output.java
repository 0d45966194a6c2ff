package org.orcacomet.launcher.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.function.Consumer;
import org.orcacomet.launcher.LaunchException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command prints its data: in words, or, if it was asked to, as one line of JSON. */
public final class Output {
    @Option(names = "--json", description = "Prints JSON, for programs.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * Prints the same data in one of the two ways.
     *
     * @throws LaunchException if it cannot be printed: a full disk, a pipe that nobody reads
     */
    public void print(JsonNode data, Consumer<PrintWriter> words) throws LaunchException {
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            out.println(data);
        } else {
            words.accept(out);
        }
        if (out.checkError()) {
            throw new LaunchException("standard output cannot be written");
        }
    }
}
