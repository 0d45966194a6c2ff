package org.orcacomet.audit;

import static org.orcacomet.audit.Samples.NOON;
import static org.orcacomet.audit.Samples.ORCA;
import static org.orcacomet.audit.Samples.note;
import static org.orcacomet.audit.Samples.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.orcacomet.api.Revision;

/** A process with an audit, which is killed, or whose disk is full. */
final class AuditProcess {
    private static final int THREADS = 4;
    private static final int UNDER_WAY = 100;

    private AuditProcess() {}

    /** What it says is in this file. */
    static Process start(Path said, Stream<String> through, String... arguments) throws IOException {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                AuditProcess.class.getName());
        return new ProcessBuilder(Stream.concat(through, Stream.concat(java, Stream.of(arguments)))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        switch (args[0]) {
            case "write" -> writeWithoutEnd(AuditLog.open(new AuditSettings(folder, 1 << 16, 0, 1 << 16)));
            case "crowd" -> crowdTheDisk(folder);
            default -> fillTheDisk(folder);
        }
    }

    private static void writeWithoutEnd(AuditLog log) {
        for (int thread = 0; thread < THREADS; thread++) {
            String context = "slice" + thread;
            new Thread(() -> {
                        try {
                            for (int i = 1; ; i++) {
                                note(log, context, "vm" + i, i);
                                System.out.println(context + " vm" + i);
                            }
                        } catch (AuditUnavailable e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .start();
        }
    }

    private static void fillTheDisk(Path disk) throws Exception {
        Path folder = disk.resolve("audit");
        Path filler = disk.resolve("filler");
        try (AuditLog log = AuditLog.open(new AuditSettings(folder, 1 << 20, 0, 1 << 20))) {
            note(log, "slice", "before", 1);
            List<Draft> underWay = new ArrayList<>();
            for (int i = 0; i < UNDER_WAY; i++) {
                underWay.add(log.begin(ORCA, List.of(write("slice", "x".repeat(200) + i))));
            }
            fill(filler);
            for (Draft draft : underWay) {
                draft.done(NOON, Optional.of(Revision.of(2)));
            }
            say("under way", log.latest(Optional.empty(), 1000).size());
            say("fault", log.fault().orElseThrow());
            say("begin", begin(log));
            Files.delete(filler);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> log.fault()
                    .isEmpty());
            note(log, "slice", "after", 3);
        }
        AuditVerdict verdict = AuditVerify.files(Samples.files(folder));
        say("lines", verdict.lines());
        say("verdict", verdict.fault().orElse("faultless"));
        say("files", Samples.files(folder).size());
    }

    /** No file can be made there for a while. */
    private static void crowdTheDisk(Path disk) throws Exception {
        Path folder = disk.resolve("audit");
        try (AuditLog log = AuditLog.open(new AuditSettings(folder, 8192, 0, 1 << 16))) {
            note(log, "slice", "before", 1);
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(folder.resolve("audit.last")));
            List<Path> crowd = crowd(disk);
            say("crowded", !crowd.isEmpty());
            for (int i = 0; i < 59; i++) {
                note(log, "slice", "crowded", 2);
            }
            say("files", Samples.files(folder).size());
            for (Path file : crowd) {
                Files.delete(file);
            }
            for (int i = 0; i < 60; i++) {
                note(log, "slice", "after", 3);
            }
            say("later", Samples.files(folder).size() > 1 ? "more" : "one");
        }
        AuditVerdict verdict = AuditVerify.files(Samples.files(folder));
        say("lines", verdict.lines());
        say("verdict", verdict.fault().orElse("faultless"));
    }

    private static List<Path> crowd(Path disk) throws IOException {
        List<Path> crowd = new ArrayList<>();
        while (true) {
            try {
                crowd.add(Files.createFile(disk.resolve("crowd" + crowd.size())));
            } catch (IOException full) {
                return crowd;
            }
        }
    }

    private static String begin(AuditLog log) {
        try {
            log.begin(ORCA, List.of(write("slice", "refused")));
            return "begun";
        } catch (AuditUnavailable e) {
            return "refused";
        }
    }

    private static void fill(Path filler) throws IOException {
        byte[] piece = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException full) {
            say("filled", Files.size(filler) > 0);
        }
    }

    private static void say(String what, Object how) {
        System.out.println(what + ": " + how);
    }
}
