package org.orcacomet.trials.service;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The service as a process of its own. It never outlives the trial, whichever way that ends. */
public final class ServiceProcess implements Heads, AutoCloseable {
    private static final String READY = "COMET ready ";
    private static final long START_SECONDS = 180;
    private static final long STOP_SECONDS = 90;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Tether tether;
    private final Path data;
    private final Path errors;
    private volatile Optional<URI> address = Optional.empty();
    private Optional<WireCaller> caller = Optional.empty();

    ServiceProcess(Process process, Path data, Path errors) {
        this.process = process;
        this.data = data;
        this.errors = errors;
        this.tether = new Tether(process);
    }

    /**
     * Waits until it is ready; kills it if it takes too long.
     *
     * @throws TrialFailure if it ends before; what it said is in the message
     */
    public void awaitReady() throws IOException, TrialFailure {
        CompletableFuture.delayedExecutor(START_SECONDS, TimeUnit.SECONDS).execute(this::killUnready);
        address = tether.awaitLine(READY).map(URI::create);
        if (address.isEmpty()) {
            throw new TrialFailure("the service did not start: " + said());
        }
    }

    private void killUnready() {
        if (address.isEmpty()) {
            process.destroyForcibly();
        }
    }

    /** Its address; it has one once it is ready. */
    public URI address() {
        return address.orElseThrow();
    }

    /** The certificates that it is called with. */
    public Path tls() {
        return data.resolve("tls");
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public synchronized WireCaller caller(int number) throws IOException {
        if (caller.isEmpty()) {
            caller = Optional.of(new WireCaller(address(), tls(), PATIENCE));
        }
        return caller.get();
    }

    @Override
    public WireCaller patient(int number) throws IOException {
        return caller(number);
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** What it wrote to standard error so far. */
    public String said() throws IOException {
        return Files.readString(errors).strip();
    }

    /** SIGKILL; returns when it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        tether.release();
    }

    /** SIGSTOP: it stands still. */
    public void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** SIGCONT: it goes on. */
    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
    }

    /** SIGTERM; its exit status. */
    public int stop() throws InterruptedException, TrialFailure {
        process.destroy();
        return status();
    }

    /** Its exit status, once it has ended by itself. */
    public int status() throws InterruptedException, TrialFailure {
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            kill();
            throw new TrialFailure("the service did not end within " + STOP_SECONDS + " seconds");
        }
        tether.release();
        return process.exitValue();
    }

    @Override
    public void close() {
        tether.close();
    }
}
