package org.orcacomet.trials.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.orcacomet.trials.deployment.Deployment;
import org.orcacomet.trials.deployment.Setup;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.ServiceProcess;
import org.orcacomet.trials.service.Tally;
import org.orcacomet.trials.service.TrialFailure;

/** What all scenarios take: the distribution, its store, chance, how many write, and where it is counted. */
record Trouble(Path server, Setup setup, Random random, int writers, Tally tally) {
    /** Heads on the store that was asked for; this folder is theirs. */
    Deployment deployment(Path folder) throws IOException, InterruptedException, TrialFailure {
        return setup.deploy(server, folder);
    }

    /** A service with a store of its own. */
    Launch launch(Path data) {
        return Launch.of(server, data);
    }

    Crew crew() {
        return new Crew(tally, random, writers);
    }

    /** Starts it a last time, compares, and stops it as an operator does. */
    void finish(Launch launch, Crew crew) throws IOException, InterruptedException, TrialFailure {
        try (ServiceProcess service = launch.start()) {
            crew.audit(service);
            stop(service);
        }
    }

    void stop(ServiceProcess service) throws InterruptedException, TrialFailure {
        int status = service.stop();
        tally.expect(status == 0, "the service stopped with status " + status);
    }
}
