package org.orcacomet.trials.crash;

import java.io.IOException;
import java.nio.file.Path;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.ServiceProcess;
import org.orcacomet.trials.service.TrialFailure;

/**
 * The disk is full while writers write: they are refused, what is there can be read, and once there is room the service
 * goes on by itself. What it had then is there after a kill.
 */
final class DiskFull implements Scenario {
    private static final int CHANGES = 100;
    private static final int ROUNDS = 3;

    private final Trouble trouble;
    private final Room room;

    DiskFull(Trouble trouble, Room room) {
        this.trouble = trouble;
        this.room = room;
    }

    @Override
    public void run(Path folder) throws IOException, InterruptedException, TrialFailure {
        Crew crew = trouble.crew();
        Path kept = folder.resolveSibling(folder.getFileName() + "-kept");
        Launch launch = room.fitted(trouble.launch(folder));
        try (ServiceProcess service = launch.start()) {
            for (int round = 0; round < ROUNDS; round++) {
                fill(service, crew);
            }
            service.pause(); // What is there now is what a kill would leave.
            Folders.copy(room.store(service, folder), kept.resolve("store"));
            service.kill();
        }
        trouble.finish(trouble.launch(kept), crew);
    }

    private void fill(ServiceProcess service, Crew crew) throws IOException, InterruptedException, TrialFailure {
        crew.write(service, CHANGES);
        room.take(service);
        Crew.join(crew.writeUntil(service, () -> true));
        crew.audit(service);
        room.give(service);
        trouble.tally().expect(crew.isServed(service), "the service did not go on when there was room again");
        crew.audit(service);
        trouble.tally()
                .count("disks full, and with room again: " + room.getClass().getSimpleName());
    }
}
