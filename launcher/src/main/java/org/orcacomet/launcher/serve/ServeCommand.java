package org.orcacomet.launcher.serve;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.orcacomet.felix.ContainerException;
import org.orcacomet.felix.ContainerSettings;
import org.orcacomet.felix.FelixContainer;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.Launcher;
import org.orcacomet.launcher.StopSignal;
import org.orcacomet.launcher.certificates.DevCertificates;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs the service in the foreground until it is told to stop. */
@Command(
        name = "serve",
        description = "Runs the COMET service in the foreground. Prints 'COMET ready' and its address once it answers;"
                + " SIGTERM and Ctrl-C stop it, with exit status 0.")
public final class ServeCommand implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "N", description = "The port; 0: the system picks (default: 8111).")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "comet-data",
            description = "Where the service keeps its store and its log (default: comet-data in this folder).")
    private Path data;

    @Option(
            names = "--store",
            paramLabel = "NAME",
            defaultValue = "rocksdb",
            description = "Where the scopes are: rocksdb, in the data folder (default), or accumulo.")
    private String store;

    @Option(
            names = "--tls",
            paramLabel = "DIR",
            description = "The folder with server.pem, server.key and trust.pem"
                    + " (default: tls in the data folder, made by dev-certs if it is not there).")
    private Optional<Path> tls = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "PID/key=value",
            description = "Sets a property of the configuration, over the one in conf/; can be repeated.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--shell",
            description = "Reads commands from standard input (try help, and comet:scopes), and prints what they say;"
                    + " the end of the input ends that alone. Whoever types them may do all that the service may.")
    private boolean shell;

    @ParentCommand
    private Launcher launcher;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws LaunchException, InterruptedException {
        Distribution distribution = distribution();
        Overrides overrides = overrides(distribution);
        try (StopSignal stop = StopSignal.listen();
                DataFolder folder = DataFolder.open(data)) {
            ContainerSettings container = distribution.container(folder, certificates(folder));
            try (FelixContainer felix = FelixContainer.start(container, overrides::register)) {
                serve(felix, distribution, stop);
            }
        } catch (ContainerException | IOException e) {
            throw new LaunchException("the service does not start: " + e.getMessage(), e);
        }
        return CommandLine.ExitCode.OK;
    }

    private Distribution distribution() {
        try {
            return new Distribution(launcher.home().toAbsolutePath().normalize(), store);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Overrides overrides(Distribution distribution) {
        try {
            Metatype metatype = distribution.metatype();
            List<Setting> parsed =
                    new ArrayList<>(settings.stream().map(Setting::parse).toList());
            port.ifPresent(number -> parsed.add(new Setting("org.orcacomet.http", "port", number.toString())));
            parsed.forEach(metatype::check);
            return new Overrides(parsed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), distribution.home() + " has no bundles", e);
        }
    }

    private Path certificates(DataFolder folder) throws LaunchException {
        Path made = folder.tls();
        if (tls.isPresent() || Files.exists(made)) {
            return tls.orElse(made).toAbsolutePath().normalize();
        }
        try {
            DevCertificates.create(made);
        } catch (IOException e) {
            throw new LaunchException("no certificates can be written to " + made + ": " + e.getMessage(), e);
        }
        out().println("COMET has made throw-away certificates in " + made + "; name your own by --tls");
        return made;
    }

    private void serve(FelixContainer felix, Distribution distribution, StopSignal stop)
            throws LaunchException, ContainerException, IOException, InterruptedException {
        Optional<URI> address = new Startup(felix).await(stop);
        if (address.isPresent()) {
            out().println("COMET ready " + address.get());
            out().flush();
            if (shell) {
                felix.add(distribution.shell());
            }
            stop.await();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
