package org.orcacomet.benchmarks.http;

import java.io.IOException;
import java.nio.file.Path;
import org.orcacomet.benchmarks.load.Language;
import org.orcacomet.benchmarks.load.Operation;
import org.orcacomet.benchmarks.load.Peer;
import org.orcacomet.benchmarks.load.Wire;
import org.orcacomet.benchmarks.process.ChildProcess;
import org.orcacomet.benchmarks.process.Connector;

/** {@link BareJetty}, asked what the service is asked. */
public final class JettyPeer implements Peer {
    private final ChildProcess process;
    private final Connector connector;

    private JettyPeer(ChildProcess process, Connector connector) {
        this.process = process;
        this.connector = connector;
    }

    /** Starts it with these certificates; what it complains of goes into this folder. */
    public static JettyPeer start(Path certificates, Path folder) throws IOException {
        ChildProcess process = ChildProcess.java(BareJetty.class, folder.resolve("jetty.txt"), certificates.toString());
        try {
            int port = Integer.parseInt(process.awaitReady());
            return new JettyPeer(process, new Connector(certificates, port));
        } catch (IOException e) {
            process.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return "bare jetty";
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public boolean answers(Operation operation) {
        return switch (operation) {
            case WRITE, READ, FRESH_READ -> true;
            case ENUMERATE_10, ENUMERATE_1000, MIXED -> false;
        };
    }

    @Override
    public Language language() {
        return new CometLanguage();
    }

    @Override
    public Wire connect() throws IOException {
        return new HttpWire(connector.connect());
    }

    @Override
    public void close() {
        process.close();
    }
}
