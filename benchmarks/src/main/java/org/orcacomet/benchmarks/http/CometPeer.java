package org.orcacomet.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.orcacomet.benchmarks.load.Operation;
import org.orcacomet.benchmarks.load.Peer;
import org.orcacomet.benchmarks.load.Wire;
import org.orcacomet.benchmarks.process.Connector;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.ServiceProcess;
import org.orcacomet.trials.service.TrialFailure;

/** This project's service, as it is distributed. */
public final class CometPeer implements Peer {
    private final ServiceProcess service;
    private final Connector connector;

    private CometPeer(ServiceProcess service) throws IOException {
        this.service = service;
        this.connector = new Connector(service.tls(), service.address().getPort());
    }

    /** Starts it on this data folder, with these options for its Java. */
    public static CometPeer start(Path server, Path data, String javaOptions) throws IOException, TrialFailure {
        return start(Launch.of(server, data).in(Map.of("COMET_JAVA_OPTIONS", javaOptions)));
    }

    /** Starts it as it is told. */
    public static CometPeer start(Launch launch) throws IOException, TrialFailure {
        return new CometPeer(launch.start());
    }

    /** The folder of its throw-away certificates. */
    public Path certificates() {
        return service.tls();
    }

    /** Its address. */
    public URI address() {
        return service.address();
    }

    @Override
    public String name() {
        return "comet";
    }

    @Override
    public long pid() {
        return service.pid();
    }

    @Override
    public boolean answers(Operation operation) {
        return true;
    }

    @Override
    public CometLanguage language() {
        return new CometLanguage();
    }

    @Override
    public Wire connect() throws IOException {
        return new HttpWire(connector.connect());
    }

    @Override
    public void close() {
        service.close();
    }
}
