package org.orcacomet.trials.crash;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.orcacomet.trials.service.Folders;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.ServiceProcess;
import org.orcacomet.trials.service.TrialFailure;

/**
 * One file of a killed service's store is cut short, or a bit of it is flipped: the service does not start and says
 * which file it is and the way out, or all is there.
 */
final class Damage implements Scenario {
    private static final int SESSIONS = 2;
    private static final int CHANGES = 60;
    private static final String WAY_OUT = "restore a backup";

    private record Harm(Path file, boolean cut) {}

    private final Trouble trouble;
    private final int times;

    Damage(Trouble trouble, int times) {
        this.trouble = trouble;
        this.times = times;
    }

    @Override
    public void run(Path folder) throws IOException, InterruptedException, TrialFailure {
        Crew crew = trouble.crew();
        Path whole = folder.resolve("whole");
        for (int session = 0; session < SESSIONS; session++) {
            live(trouble.launch(whole), crew);
        }
        for (Harm harm : harms(whole)) {
            Path copy = Files.createTempDirectory(folder, "copy-");
            Folders.copy(whole, copy);
            damage(copy.resolve(whole.relativize(harm.file())), harm.cut());
            look(trouble.launch(copy), crew, harm.file().getFileName().toString());
        }
    }

    /** So many as are to be made, of all that can be. */
    private List<Harm> harms(Path whole) throws IOException {
        List<Harm> harms = new ArrayList<>();
        for (Path file : Folders.files(whole.resolve("store"))) {
            harms.add(new Harm(file, true));
            harms.add(new Harm(file, false));
        }
        Collections.shuffle(harms, trouble.random());
        return harms.subList(0, Math.min(times, harms.size()));
    }

    private static void live(Launch launch, Crew crew) throws IOException, InterruptedException, TrialFailure {
        try (ServiceProcess service = launch.start()) {
            crew.audit(service);
            crew.write(service, CHANGES);
            service.kill();
        }
    }

    private void damage(Path file, boolean cut) throws IOException {
        try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
            long place = damaged.length() / 2 + trouble.random().nextInt((int) damaged.length() / 2 + 1);
            if (cut) {
                damaged.setLength(Math.max(0, place - 1));
            } else if (damaged.length() > 0) {
                damaged.seek(place - 1);
                int was = damaged.read();
                damaged.seek(place - 1);
                damaged.write(was ^ 1 << trouble.random().nextInt(Byte.SIZE));
            }
        }
    }

    private void look(Launch launch, Crew crew, String file) throws IOException, InterruptedException, TrialFailure {
        Optional<String> refusal = refusal(launch, crew);
        trouble.tally().count(refusal.isPresent() ? "damaged files that were told" : "damaged files that did no harm");
        if (refusal.isPresent()) {
            boolean told = refusal.get().contains(WAY_OUT) && refusal.get().contains(file);
            trouble.tally().expect(told, "damage of " + file + " was told as: " + refusal.get());
        }
    }

    /** What the service says when it does not start; empty if it does, and then all must be there. */
    private static Optional<String> refusal(Launch launch, Crew crew) throws IOException, InterruptedException {
        try (ServiceProcess service = launch.start()) {
            crew.audit(service);
            service.kill();
            return Optional.empty();
        } catch (TrialFailure told) {
            return Optional.of(told.getMessage());
        }
    }
}
