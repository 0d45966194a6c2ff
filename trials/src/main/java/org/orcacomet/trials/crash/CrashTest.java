package org.orcacomet.trials.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.orcacomet.trials.deployment.Setup;
import org.orcacomet.trials.scan.SecretScan;
import org.orcacomet.trials.service.Seed;
import org.orcacomet.trials.service.Tally;
import org.orcacomet.trials.service.TrialRun;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Kills the service while it is written to, again and again. Exit status 0: all that was acknowledged is there. */
@Command(
        name = "comet crash-test",
        description = "Kills the service at random moments, and looks whether all that it acknowledged is there.")
public final class CrashTest implements Callable<Integer> {
    private static final List<String> SCENARIOS = List.of("kills", "disk-full", "file-limit", "damage", "clock");
    private static final List<String> APART = List.of("kills");

    @Option(names = "--kills", defaultValue = "20", description = "How often it is killed (${DEFAULT-VALUE}).")
    private int kills;

    @Option(names = "--writers", defaultValue = "8", description = "How many write at a time (${DEFAULT-VALUE}).")
    private int writers;

    @Option(
            names = "--damages",
            defaultValue = "12",
            description = "How often a file of the store is damaged (${DEFAULT-VALUE}).")
    private int damages;

    @Option(
            names = "--only",
            split = ",",
            description = "Which of kills, disk-full, file-limit, damage, clock; all if not given.")
    private List<String> only;

    @Option(names = "--libfaketime", paramLabel = "FILE", description = "The library for clock; Debian's if not given.")
    private Path faketime;

    @Mixin
    private Seed seed;

    @Mixin
    private final Setup setup;

    @Mixin
    private TrialRun run;

    private CrashTest(Setup setup) {
        this.setup = setup;
    }

    /** Tries, and ends the program with the exit status. */
    public static void main(String[] arguments) {
        System.exit(command(Setup.fresh()).execute(arguments));
    }

    /** The command, for this program and for tests. */
    static CommandLine command(Setup setup) {
        return TrialRun.command(new CrashTest(setup));
    }

    @Override
    public Integer call() throws Exception {
        check();
        Path folder = run.begin("crash-");
        Tally tally = new Tally();
        try (setup) {
            Trouble trouble = new Trouble(run.server(), setup, seed.choices(run), writers, tally);
            for (String name : scenarios()) {
                run.say(name);
                scenario(name, trouble).run(folder.resolve(name));
            }
        }
        scan(folder, tally);
        boolean asAsked = only == null || tally.isComplete();
        return TrialRun.status(tally.report(run.out()) && asAsked);
    }

    private void check() {
        run.require(kills >= 0, "--kills takes a number from 0");
        run.require(writers >= 1 && writers <= 64, "--writers takes a number from 1 to 64");
        run.require(damages >= 0, "--damages takes a number from 0");
        run.require(SCENARIOS.containsAll(scenarios()), "--only takes " + String.join(", ", SCENARIOS));
        run.require(faketime == null || Files.isRegularFile(faketime), "--libfaketime takes a file");
        setup.check(run);
        run.require(
                !setup.isApart() || APART.containsAll(scenarios()),
                "--only: with --store accumulo there is " + String.join(", ", APART)
                        + "; the others are about a disk and a clock of the service's own, and take --store rocksdb");
    }

    private List<String> scenarios() {
        if (only != null) {
            return only;
        }
        return setup.isApart() ? APART : SCENARIOS;
    }

    private Scenario scenario(String name, Trouble trouble) {
        return switch (name) {
            case "kills" -> new Kills(trouble, kills, run);
            case "disk-full" -> new DiskFull(trouble);
            case "file-limit" -> new FileLimit(trouble);
            case "damage" -> new Damage(trouble, damages);
            default -> new ClockBack(trouble, Optional.ofNullable(faketime).map(Path::toAbsolutePath));
        };
    }

    private static void scan(Path folder, Tally tally) throws Exception {
        SecretScan scan = new SecretScan().look(folder);
        scan.findings().forEach(tally::lost);
        tally.count("files looked through for secrets", scan.logs() + scan.stores());
    }
}
