package org.orcacomet.benchmarks.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.orcacomet.trials.service.Tether;

/** A process of ours. It never outlives the benchmark, whichever way that ends. */
public final class ChildProcess implements AutoCloseable {
    /** What stands before the word that it says when it is ready. */
    public static final String READY = "ready ";

    private final Process process;
    private final Tether tether;

    private ChildProcess(Process process) {
        this.process = process;
        this.tether = new Tether(process);
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
        return tether.awaitLine(READY).orElseThrow(() -> new IOException("a program ended before it was ready"));
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
        tether.close();
    }
}
