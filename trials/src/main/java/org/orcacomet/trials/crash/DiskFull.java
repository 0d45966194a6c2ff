package org.orcacomet.trials.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.orcacomet.trials.service.Folders;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.ServiceProcess;
import org.orcacomet.trials.service.TrialFailure;

/**
 * The disk is full while writers write, that of the store alone, then that of the audit too: they are refused, what is
 * there can be read, and once there is room the service goes on by itself. What it had then is there after a kill, and the
 * audit is whole.
 */
final class DiskFull implements Scenario {
    private static final int CHANGES = 50;
    private static final int ROUNDS = 2;
    private static final String STORE = "store";
    private static final String AUDIT = "audit";

    private final Trouble trouble;

    DiskFull(Trouble trouble) {
        this.trouble = trouble;
    }

    @Override
    public void run(Path folder) throws IOException, InterruptedException, TrialFailure {
        if (!SmallDisk.isToBeHad()) {
            trouble.tally().notTried("disk-full: this machine's users may not have namespaces of their own");
            return;
        }
        run(folder.resolve("store-full"), List.of(STORE));
        run(folder.resolve("both-full"), List.of(STORE, AUDIT));
    }

    private void run(Path data, List<String> onTheDisk) throws IOException, InterruptedException, TrialFailure {
        Crew crew = trouble.crew();
        SmallDisk disk = new SmallDisk(data, onTheDisk);
        Launch kept = trouble.launch(data.resolveSibling(data.getFileName() + "-kept"));
        try (ServiceProcess service = disk.under(trouble.launch(data)).start()) {
            for (int round = 0; round < ROUNDS; round++) {
                fill(service, disk, crew);
            }
            service.pause(); // What is there now is what a kill would leave.
            for (String each : List.of(STORE, AUDIT)) {
                Folders.copy(
                        SmallDisk.seen(service, data.resolve(each)), kept.data().resolve(each));
            }
            service.kill();
        }
        trouble.finish(kept, crew);
        trouble.verifyAudit(kept);
    }

    private void fill(ServiceProcess service, SmallDisk disk, Crew crew) throws IOException, InterruptedException {
        crew.write(service, CHANGES);
        disk.fill(service);
        crew.useUp(service);
        Crew.join(crew.start(Shift.untilAllFail(service, head -> true)));
        crew.audit(service);
        disk.empty(service);
        crew.awaitService(service);
        crew.audit(service);
        trouble.tally().count("disks full, and with room again");
    }
}
