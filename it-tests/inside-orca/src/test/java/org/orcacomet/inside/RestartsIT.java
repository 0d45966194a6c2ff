package org.orcacomet.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin in one process that starts and stops it a hundred times, on the JVM that this test runs on. */
class RestartsIT {
    private static final int ROUNDS = 100;
    /** By then what is made once is made, in the JDK and in the JIT. */
    private static final int SETTLED = 20;
    /** A round's loaders may be held a round longer than it, once in a while: what stays is there after each of so many. */
    private static final int LOOKS = 10;

    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    /** What the process held after a round, garbage collected. */
    private static final class Figures {
        private final List<Long> numbers;

        private Figures(List<Long> numbers) {
            this.numbers = numbers;
        }

        static Figures parse(String line) {
            return new Figures(Arrays.stream(line.split(" ")).map(Long::valueOf).collect(Collectors.toList()));
        }

        /** The least of each that any of them has. */
        Figures least(Figures other) {
            return new Figures(IntStream.range(0, numbers.size())
                    .mapToObj(i -> Math.min(numbers.get(i), other.numbers.get(i)))
                    .collect(Collectors.toList()));
        }

        long threads() {
            return numbers.get(0);
        }

        long classes() {
            return numbers.get(1);
        }

        long heap() {
            return numbers.get(2);
        }

        long descriptors() {
            return numbers.get(3);
        }

        @Override
        public String toString() {
            return threads() + " threads, " + classes() + " classes, " + heap() / MEGABYTE + " MB, " + descriptors()
                    + " descriptors";
        }
    }

    @Test
    void hundredRestarts_leaveThreadsLoadersHeapAndDescriptorsFlat() throws Exception {
        List<Figures> all = run();
        assertThat(all).hasSize(ROUNDS);
        Figures settled = stayed(all.subList(0, SETTLED));
        Figures last = stayed(all);
        String both = "after " + SETTLED + " rounds " + settled + "; after " + ROUNDS + " " + last;

        Path report = Paths.get("target", "restarts-" + System.getProperty("java.specification.version") + ".txt");
        Files.write(report, all.stream().map(Figures::toString).collect(Collectors.toList()));

        assertThat(last.threads()).as(both).isLessThanOrEqualTo(settled.threads() + 2);
        // One round's loaders have thousands of classes: not one of them stays.
        assertThat(last.classes()).as(both).isLessThan(settled.classes() + 500);
        assertThat(last.heap()).as(both).isLessThan(settled.heap() + 10 * MEGABYTE);
        assertThat(last.descriptors()).as(both).isLessThanOrEqualTo(settled.descriptors() + 3);
    }

    /** What the last rounds of these have all found. */
    private static Figures stayed(List<Figures> rounds) {
        return rounds.subList(rounds.size() - LOOKS, rounds.size()).stream()
                .reduce(Figures::least)
                .get();
    }

    private List<Figures> run() throws IOException, InterruptedException {
        Path figures = folder.resolve("figures");
        Path log = folder.resolve("log");
        try (Comet comet = Comet.start(folder.resolve("comet"))) {
            Process process = new ProcessBuilder(command(comet, figures))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.toFile()))
                    .start();
            boolean ended = process.waitFor(20, TimeUnit.MINUTES);
            process.destroyForcibly();
            String said = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            assertThat(ended).as(said).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
        }
        return Files.readAllLines(figures).stream().map(Figures::parse).collect(Collectors.toList());
    }

    /** ORCA's own libraries first, then what the package puts beside them, then the program. */
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                Built.ORCA.resolve("*").toString(),
                Built.TREE.resolve("lib/*").toString(),
                Restarts.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath());
    }

    private List<String> command(Comet comet, Path figures) {
        List<String> command = new ArrayList<>();
        command.add(Built.java().toString());
        command.addAll(Built.brief());
        Collections.addAll(
                command,
                "-Xmx256m",
                "-cp",
                classPath(),
                Restarts.class.getName(),
                folder.resolve("home").toString(),
                Built.TREE.resolve("bundles").toString(),
                comet.address(),
                comet.identity().folder().toString(),
                figures.toString(),
                Integer.toString(ROUNDS));
        return command;
    }
}
