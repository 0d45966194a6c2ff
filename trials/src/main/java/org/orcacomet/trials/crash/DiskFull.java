package org.orcacomet.trials.crash;

import java.io.IOException;
import java.nio.file.Path;
import org.orcacomet.trials.service.Folders;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.ServiceProcess;
import org.orcacomet.trials.service.TrialFailure;

/**
 * The disk is full while writers write: they are refused, what is there can be read, and once there is room the service
 * goes on by itself. What it had then is there after a kill.
 */
final class DiskFull implements Scenario {
    private static final int CHANGES = 50;
    private static final int ROUNDS = 2;

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
        Crew crew = trouble.crew();
        SmallDisk disk = new SmallDisk(folder);
        Launch kept = trouble.launch(folder.resolveSibling(folder.getFileName() + "-kept"));
        try (ServiceProcess service = disk.under(trouble.launch(folder)).start()) {
            for (int round = 0; round < ROUNDS; round++) {
                fill(service, disk, crew);
            }
            service.pause(); // What is there now is what a kill would leave.
            Folders.copy(disk.seen(service), kept.data().resolve("store"));
            service.kill();
        }
        trouble.finish(kept, crew);
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
