package org.orcacomet.it;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A copy of this machine, in mount and process namespaces of its own: all of its files are there, and what is changed
 * is in memory, and gone at the end. It takes root. The network is the machine's.
 */
final class MachineCopy implements AutoCloseable {
    /** What it says comes from inside: before, its root is the machine's own. */
    private static final String BEGIN =
            """
            set -e
            mount -t tmpfs tmpfs "$0"
            mkdir "$0"/upper "$0"/work "$0"/root
            mount -t overlay overlay -o lowerdir=/,upperdir="$0"/upper,workdir="$0"/work "$0"/root
            mount -t proc proc "$0"/root/proc
            mount --rbind /dev "$0"/root/dev
            mount -t tmpfs tmpfs "$0"/root/tmp
            mount -t tmpfs tmpfs "$0"/root/run
            exec chroot "$0"/root sh -c 'echo there; exec sleep infinity'
            """;

    private static final String[] APART = {"unshare", "--mount", "--pid", "--fork", "--kill-child"};

    /**
     * What came of a command.
     *
     * @param status its exit status
     * @param output what it wrote, errors too
     */
    record Outcome(int status, String output) {}

    private final Process holder;
    private final long inside;

    private MachineCopy(Process holder, long inside) {
        this.holder = holder;
        this.inside = inside;
    }

    /** Whether this user can have one here. */
    static boolean isPossible() throws IOException, InterruptedException {
        return new ProcessBuilder(with(APART, "true"))
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** Makes one, with this empty folder as its own. */
    static MachineCopy start(Path folder) throws IOException {
        Process holder = new ProcessBuilder(with(APART, "sh", "-c", BEGIN, folder.toString()))
                .redirectErrorStream(true)
                .start();
        byte[] first = new byte["there".length()];
        int length = holder.getInputStream().readNBytes(first, 0, first.length);
        if (!new String(first, 0, length, StandardCharsets.UTF_8).equals("there")) {
            throw new IOException("no copy of the machine: " + new String(first, StandardCharsets.UTF_8)
                    + new String(holder.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        return new MachineCopy(
                holder, holder.children().findFirst().orElseThrow().pid());
    }

    private static List<String> with(String[] before, String... after) {
        List<String> all = new ArrayList<>(List.of(before));
        all.addAll(List.of(after));
        return all;
    }

    /** A file of the copy, as this process sees it. */
    Path path(String absolute) {
        return Path.of("/proc/" + inside + "/root" + absolute);
    }

    /** Starts a command in it. */
    Process begin(String... command) throws IOException {
        String root = "--target=" + inside;
        return new ProcessBuilder(with(new String[] {"nsenter", root, "--mount", "--pid", "--root", "--wd"}, command))
                .redirectErrorStream(true)
                .start();
    }

    /** Runs a command of the shell in it. */
    Outcome run(String command) throws IOException, InterruptedException {
        Process process = begin("bash", "-e", "-c", command);
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    /** Ends all that runs in it; unshare takes no gentler signal. */
    @Override
    public void close() throws InterruptedException {
        holder.destroyForcibly().waitFor();
    }
}
