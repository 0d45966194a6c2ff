package org.orcacomet.trials.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.orcacomet.trials.deployment.Deployment;
import org.orcacomet.trials.deployment.Setup;
import org.orcacomet.trials.service.Folders;
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

    /** The lines that such a service has written are all there, one after the other. */
    void verifyAudit(Launch launch) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.addAll(List.of(server.resolve("bin/comet-server").toString(), "admin", "audit", "verify"));
        Folders.files(launch.data().resolve("audit")).stream()
                .map(Path::toString)
                .filter(file -> file.endsWith(".log"))
                .forEach(command::add);
        Process verify = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        tally.expect(verify.waitFor() == 0, "the audit is not whole: " + said.strip());
    }

    void stop(ServiceProcess service) throws InterruptedException, TrialFailure {
        int status = service.stop();
        tally.expect(status == 0, "the service stopped with status " + status);
    }
}
