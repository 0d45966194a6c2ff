package org.orcacomet.trials.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.ServiceProcess;
import org.orcacomet.trials.service.Tally;
import org.orcacomet.trials.service.TrialFailure;
import org.orcacomet.trials.service.TrialRun;

/** Starts the service, has writers write, kills it at a moment that chance picks, and looks at what is left. Again and again. */
final class Kills implements Scenario {
    private static final int LONGEST_LIFE_MILLIS = 1500;
    private static final int LONGEST_START_MILLIS = 2500;
    private static final int STARTS_KILLED = 8;
    private static final int REPORT_EVERY = 10;

    private final Trouble trouble;
    private final int kills;
    private final TrialRun run;

    Kills(Trouble trouble, int kills, TrialRun run) {
        this.trouble = trouble;
        this.kills = kills;
        this.run = run;
    }

    @Override
    public void run(Path folder) throws IOException, InterruptedException, TrialFailure {
        Launch launch = trouble.launch(folder);
        Crew crew = trouble.crew();
        for (int i = 1; i <= kills; i++) {
            kill(launch, crew);
            if (i % REPORT_EVERY == 0) {
                run.say("  " + i + " of " + kills + " kills");
            }
        }
        trouble.finish(launch, crew);
    }

    /** One time of eight while it starts, else while it is written to. */
    private void kill(Launch launch, Crew crew) throws IOException, InterruptedException, TrialFailure {
        Random random = trouble.random();
        Tally tally = trouble.tally();
        if (random.nextInt(STARTS_KILLED) == 0) {
            killStarting(launch, random.nextInt(LONGEST_START_MILLIS));
            tally.count("kills while it starts");
        } else {
            killWriting(launch, crew, random.nextInt(LONGEST_LIFE_MILLIS));
            tally.count("kills while it is written to");
        }
    }

    private static void killStarting(Launch launch, long millis) throws IOException, InterruptedException {
        try (ServiceProcess service = launch.begin()) {
            Thread.sleep(millis);
            service.kill();
        }
    }

    private static void killWriting(Launch launch, Crew crew, long millis)
            throws IOException, InterruptedException, TrialFailure {
        try (ServiceProcess service = launch.start()) {
            crew.audit(service);
            AtomicBoolean killed = new AtomicBoolean();
            List<Thread> writers = crew.writeUntil(service, killed::get);
            Thread.sleep(millis);
            killed.set(true);
            service.kill();
            Crew.join(writers);
        }
    }
}
