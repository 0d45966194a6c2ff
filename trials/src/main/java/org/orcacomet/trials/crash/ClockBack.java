package org.orcacomet.trials.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.ServiceProcess;
import org.orcacomet.trials.service.TrialFailure;

/**
 * The clock is set back by a day over a restart, and put right over the next: nothing ages, no tombstone goes. It is a
 * day behind at the first start too, as certificates made on that day must be valid already.
 */
final class ClockBack implements Scenario {
    private static final int CHANGES = 25;
    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"),
            Path.of("/usr/lib64/faketime/libfaketime.so.1"),
            Path.of("/usr/lib/faketime/libfaketime.so.1"));

    private final Trouble trouble;
    private final Optional<Path> given;

    /** With this library, or, if none is given, with the machine's. */
    ClockBack(Trouble trouble, Optional<Path> given) {
        this.trouble = trouble;
        this.given = given;
    }

    @Override
    public void run(Path folder) throws IOException, InterruptedException, TrialFailure {
        Optional<Path> library = given.or(ClockBack::installed);
        if (library.isEmpty()) {
            trouble.tally().notTried("clock: it takes libfaketime; install Debian's, or name it with --libfaketime");
            return;
        }
        Launch right = trouble.launch(folder);
        Crew crew = trouble.crew();
        Launch behind = right.in(behind(right, library.get()));
        for (Launch launch : List.of(behind, right, behind)) {
            live(launch, crew);
        }
        trouble.finish(right, crew);
        trouble.tally().count("clocks set back by a day, and put right");
    }

    private static Optional<Path> installed() {
        return LIBRARIES.stream().filter(Files::exists).findFirst();
    }

    private static void live(Launch launch, Crew crew) throws IOException, InterruptedException, TrialFailure {
        try (ServiceProcess service = launch.start()) {
            crew.audit(service);
            crew.write(service, CHANGES);
            service.kill();
        }
    }

    private static Map<String, String> behind(Launch launch, Path library) {
        Map<String, String> environment = new HashMap<>(launch.environment());
        environment.put("LD_PRELOAD", library.toString());
        environment.put("FAKETIME", "-1d");
        environment.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        environment.put("FAKETIME_FORCE_MONOTONIC_FIX", "0"); // Else the JDK's timed waits are wrong.
        return environment;
    }
}
