package org.orcacomet.trials.service;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the service is started: the distribution, its data folder, what stands before the command (a program that limits
 * it), further arguments, and its environment. The system picks the port.
 */
public record Launch(
        Path server, Path data, List<String> prefix, List<String> arguments, Map<String, String> environment) {
    private static final String SMALL = "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    /** The distribution in this folder, on this data folder, as it comes. */
    public static Launch of(Path server, Path data) {
        return new Launch(server, data, List.of(), List.of(), Map.of("COMET_JAVA_OPTIONS", SMALL));
    }

    /** The same, through another program. */
    public Launch through(List<String> program) {
        return new Launch(server, data, program, arguments, environment);
    }

    /** The same, with these arguments too. */
    public Launch with(String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return new Launch(server, data, prefix, all, environment);
    }

    /** The same, in this environment. */
    public Launch in(Map<String, String> variables) {
        return new Launch(server, data, prefix, arguments, variables);
    }

    /** Starts it, and does not wait until it is ready. */
    public ServiceProcess begin() throws IOException {
        Files.createDirectories(data);
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(server.resolve("bin/comet-server").toString(), "serve", "--port", "0"));
        command.addAll(List.of("--data", data.toString()));
        command.addAll(arguments);
        Path errors = Files.createTempFile(data, "stderr-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.to(errors.toFile()));
        builder.environment().putAll(environment);
        return new ServiceProcess(builder.start(), data, errors);
    }

    /**
     * Starts it, and waits until it is ready.
     *
     * @throws TrialFailure if it ends before; what it said is in the message
     */
    public ServiceProcess start() throws IOException, TrialFailure {
        ServiceProcess service = begin();
        try {
            service.awaitReady();
            return service;
        } catch (IOException | TrialFailure e) {
            service.close();
            throw e;
        }
    }
}
