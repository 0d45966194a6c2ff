package org.orcacomet.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of ours. It never outlives the benchmark, whichever way that ends. */
public final class ChildProcess implements AutoCloseable {
    /** What stands before the word that it says when it is ready. */
    public static final String READY = "ready ";

    private final Process process;
    private final Thread hook;

    private ChildProcess(Process process) {
        this.process = process;
        this.hook = new Thread(process::destroyForcibly, "benchmark-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts a program; its standard error goes into this file. */
    public static ChildProcess start(List<String> command, Path errors) throws IOException {
        return new ChildProcess(new ProcessBuilder(command)
                .redirectError(Redirect.to(errors.toFile()))
                .start());
    }

    /** Starts a class of this room in a Java of its own. */
    public static ChildProcess java(Class<?> program, Path errors, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-cp", ManagementFactory.getRuntimeMXBean().getClassPath(), program.getName()));
        command.addAll(List.of(arguments));
        return start(command, errors);
    }

    /** Waits until it says that it is ready; what it says then. */
    public String awaitReady() throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return line.substring(READY.length());
            }
        }
        throw new IOException("a program ended before it was ready");
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            process.destroyForcibly();
        }
    }
}
