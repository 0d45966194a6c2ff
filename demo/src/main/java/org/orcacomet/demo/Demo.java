package org.orcacomet.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.orcacomet.api.CometException;
import org.orcacomet.orca.spi.LifecycleException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays the life of a recorded slice. Exit status 0: all of it happened, and nothing is left of it in COMET. */
@Command(
        name = "comet demo",
        description = "Starts the service and the plugin, and plays the life of a recorded slice through them.")
public final class Demo implements Callable<Integer> {
    @Option(names = "--keep", description = "Leave the service up, and print its address.")
    private boolean keep;

    @Option(
            names = "--store",
            paramLabel = "NAME",
            defaultValue = "rocksdb",
            description = "Where the scopes are: rocksdb (default), or accumulo, which is started for the demo.")
    private Store store;

    @Option(names = "--cluster", hidden = true, required = true, description = "The folder of Accumulo's libraries.")
    private Path cluster;

    @Option(names = "--server", hidden = true, required = true, description = "The folder of the distribution.")
    private Path server;

    @Option(names = "--extension", hidden = true, required = true, description = "The folder of the plugin's bundles.")
    private Path extension;

    @Option(names = "--work", hidden = true, required = true, description = "Where this run makes its folder.")
    private Path work;

    @Spec
    private CommandSpec spec;

    private enum Store {
        ROCKSDB,
        ACCUMULO;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Plays, and ends the program with the exit status. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Demo())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command.getErr()))
                .execute(arguments));
    }

    private static int report(Exception failure, PrintWriter err) throws Exception {
        if (failure instanceof DemoFailure
                || failure instanceof LifecycleException
                || failure instanceof CometException) {
            err.println("comet demo: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }

    @Override
    public Integer call() throws Exception {
        if (keep && store == Store.ACCUMULO) {
            throw new ParameterException(spec.commandLine(), "--keep is for rocksdb: Accumulo ends with the demo");
        }
        Files.createDirectories(work);
        Path folder = Files.createTempDirectory(work.toRealPath(), "run-");
        Narrator narrator = new Narrator(spec.commandLine().getOut());
        try (ScopeKeeper keeper = keeper(folder);
                ServiceProcess service =
                        ServiceProcess.start(server.toRealPath(), folder.resolve("service"), keeper.options())) {
            narrator.chapter("COMET is up");
            narrator.say(
                    "The service is process " + service.pid() + " at " + service.address() + ", its store is " + store);
            try (Plugin plugin = Plugin.start(extension.toRealPath(), folder, service)) {
                new SliceLife(narrator, plugin, service, folder).play();
            }
            end(service, narrator);
        }
        return CommandLine.ExitCode.OK;
    }

    private ScopeKeeper keeper(Path folder) throws IOException {
        return store == Store.ACCUMULO ? ScopeKeeper.accumulo(cluster.toRealPath(), folder) : ScopeKeeper.folder();
    }

    private void end(ServiceProcess service, Narrator narrator) throws DemoFailure {
        if (keep) {
            service.keep();
            narrator.say("The service stays up at " + service.address() + ", certificates in " + service.tls());
            narrator.say("Stop it: kill " + service.pid());
        } else {
            service.stop();
            narrator.say("The service has stopped. All went well.");
        }
    }
}
