package org.orcacomet.trials.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.orcacomet.trials.deployment.Deployment;
import org.orcacomet.trials.service.TrialFailure;
import org.orcacomet.trials.service.TrialRun;

/** Starts the service, has writers write, harms it at a moment that chance picks, and looks at what is left. Again and again. */
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
        Crew crew = trouble.crew();
        try (Deployment deployment = trouble.deployment(folder)) {
            Harms harms = new Harms(deployment, trouble.random(), trouble.tally());
            for (int i = 1; i <= kills; i++) {
                kill(deployment, harms, crew);
                if (i % REPORT_EVERY == 0) {
                    run.say("  " + i + " of " + kills + " kills");
                }
            }
            finish(deployment, crew);
        }
    }

    /** One time of eight while it starts, once each other harm was done, else while it is written to. */
    private void kill(Deployment deployment, Harms harms, Crew crew)
            throws IOException, InterruptedException, TrialFailure {
        Random random = trouble.random();
        if (random.nextInt(STARTS_KILLED) == 0 && harms.eachWasDone()) {
            deployment.killStarting(random.nextInt(deployment.size()), random.nextInt(LONGEST_START_MILLIS));
            trouble.tally().count("kills while it starts");
        } else {
            harmWriting(deployment, harms, crew);
        }
    }

    private void harmWriting(Deployment deployment, Harms harms, Crew crew)
            throws IOException, InterruptedException, TrialFailure {
        look(deployment, crew);
        AtomicBoolean writing = new AtomicBoolean(true);
        List<Thread> writers = crew.start(new Shift(deployment, deployment::mayFail, writing::get, Integer.MAX_VALUE));
        Thread.sleep(trouble.random().nextInt(LONGEST_LIFE_MILLIS));
        boolean storeSuffered = harms.next();
        writing.set(deployment.isUp());
        Thread.sleep(deployment.isUp() ? trouble.random().nextInt(LONGEST_LIFE_MILLIS) : 0);
        writing.set(false);
        Crew.join(writers);
        if (storeSuffered) {
            crew.awaitService(deployment);
        }
        deployment.killHarmed();
    }

    /** All that does not run is started, and what is there is compared with what was acknowledged. */
    private static void look(Deployment deployment, Crew crew) throws IOException, InterruptedException, TrialFailure {
        deployment.start();
        crew.fence(deployment);
        crew.audit(deployment);
    }

    private void finish(Deployment deployment, Crew crew) throws IOException, InterruptedException, TrialFailure {
        look(deployment, crew);
        for (int status : deployment.stop()) {
            trouble.tally().expect(status == 0, "the service stopped with status " + status);
        }
    }
}
