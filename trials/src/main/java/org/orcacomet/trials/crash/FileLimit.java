package org.orcacomet.trials.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.ServiceProcess;
import org.orcacomet.trials.service.TrialFailure;

/**
 * The disk fails while writers write, as no file can grow over a limit: they are refused, and what is there can be read.
 * All is there after a restart, and can be written again.
 */
final class FileLimit implements Scenario {
    private static final int CHANGES = 50;
    private static final int ROUNDS = 2;
    private static final String BYTES = "16384";

    private final Trouble trouble;

    FileLimit(Trouble trouble) {
        this.trouble = trouble;
    }

    @Override
    public void run(Path folder) throws IOException, InterruptedException, TrialFailure {
        Launch launch = trouble.launch(folder);
        Crew crew = trouble.crew();
        for (int round = 0; round < ROUNDS; round++) {
            live(launch, crew);
        }
        trouble.finish(launch, crew);
    }

    private void live(Launch launch, Crew crew) throws IOException, InterruptedException, TrialFailure {
        try (ServiceProcess service = launch.start()) {
            crew.audit(service);
            crew.write(service, CHANGES);
            limit(service);
            Crew.join(crew.start(Shift.untilAllFail(service, head -> true)));
            crew.audit(service);
            service.kill();
            trouble.tally().count("disks that failed");
        }
    }

    private static void limit(ServiceProcess service) throws IOException, InterruptedException {
        List<String> command =
                List.of("prlimit", "--pid", Long.toString(service.pid()), "--fsize=" + BYTES + ":unlimited");
        if (new ProcessBuilder(command).start().waitFor() != 0) {
            throw new IOException("prlimit cannot limit the service's files");
        }
    }
}
