package org.orcacomet.it;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command of the distribution that has ended.
 *
 * @param status its exit status
 * @param output what it wrote to standard output
 * @param errors what it wrote to standard error
 */
record Command(int status, String output, String errors) {
    /** Runs it until it ends, with this file as its standard input. */
    static Command run(File input, List<String> arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Built.SERVER.resolve("bin/comet-server").toString()));
        command.addAll(arguments);
        Path output = Files.createTempFile("command-", ".out");
        Path errors = Files.createTempFile("command-", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(input)
                    .redirectOutput(output.toFile())
                    .redirectError(Redirect.to(errors.toFile()))
                    .start();
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the command does not end");
            }
            return new Command(process.exitValue(), Files.readString(output), Files.readString(errors));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }
}
