package org.orcacomet.trials.deployment;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.ServiceProcess;
import org.orcacomet.trials.service.TrialFailure;
import org.orcacomet.trials.service.WireCaller;

/** A head node: a process that can be ended and started again. One thread starts and ends it, any call it. */
final class Head implements AutoCloseable {
    private final Launch launch;
    private final Duration patience;
    private volatile Optional<ServiceProcess> process = Optional.empty();
    private volatile Optional<WireCaller> caller = Optional.empty();

    Head(Launch launch, Duration patience) {
        this.launch = launch;
        this.patience = patience;
    }

    boolean runs() {
        return process.isPresent();
    }

    /** Starts it if it does not run, and does not wait until it is ready. */
    void begin() throws IOException {
        if (!runs()) {
            process = Optional.of(launch.begin());
        }
    }

    /** Waits until it is ready, if nobody has yet. */
    void await() throws IOException, TrialFailure {
        if (caller.isEmpty()) {
            process().awaitReady();
            caller = Optional.of(caller(process().address()));
        }
    }

    /** The process that runs. */
    ServiceProcess process() throws ConnectException {
        return process.orElseThrow(() -> new ConnectException("the head does not run"));
    }

    /** Where it is; whoever asks while it starts finds nobody. */
    URI address() throws ConnectException {
        return caller().address();
    }

    /** What calls it at this address, which leads to it. */
    WireCaller caller(URI address) throws IOException {
        return new WireCaller(address, process().tls(), patience);
    }

    WireCaller caller() throws ConnectException {
        return caller.orElseThrow(() -> new ConnectException("the head is not up"));
    }

    /** SIGKILL, if it runs; returns when it is gone. */
    void kill() throws InterruptedException {
        if (runs()) {
            process.get().kill();
            forget();
        }
    }

    /** SIGTERM; its exit status. */
    int stop() throws IOException, InterruptedException, TrialFailure {
        int status = process().stop();
        forget();
        return status;
    }

    private void forget() {
        caller = Optional.empty();
        process = Optional.empty();
    }

    @Override
    public void close() {
        process.ifPresent(ServiceProcess::close);
        forget();
    }
}
