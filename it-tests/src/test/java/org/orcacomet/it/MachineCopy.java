package org.orcacomet.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/**
 * A copy of this machine that has been started: all of its files are there, systemd runs in it, and of what is installed
 * nothing but the journal. What is changed is in memory, and gone at the end. It has processes, devices and control
 * groups of its own, as systemd would mount the machine's anew for all; the network is the machine's. It takes root.
 */
final class MachineCopy implements AutoCloseable {
    /** It says that it is there from inside: before, its root is the machine's own. */
    private static final String BEGIN =
            """
            set -e
            cd "$0"
            mount -t tmpfs tmpfs .
            cd "$0"
            mkdir upper work root groups

            mount -t cgroup2 cgroup2 groups
            mkdir groups/"$1"
            echo 0 > groups/"$1"/cgroup.procs
            umount groups

            mount -t overlay overlay -o lowerdir=/,upperdir=upper,workdir=work root
            cd root
            mount -t proc proc proc
            for own in dev sys tmp run; do mount -t tmpfs tmpfs $own; done
            for device in null zero full random urandom tty; do
                touch dev/$device
                mount --bind /dev/$device dev/$device
            done
            ln -s /proc/self/fd dev/fd
            ln -s pts/ptmx dev/ptmx
            mkdir -p sys/fs/cgroup old
            rm -f usr/sbin/policy-rc.d
            rm -rf lib/systemd/system-generators/* lib/systemd/system/*.wants etc/systemd/system/*.wants
            mkdir etc/systemd/system/sysinit.target.wants
            ln -s /lib/systemd/system/systemd-journald.service etc/systemd/system/sysinit.target.wants

            exec unshare --cgroup sh -ec '
                mount -t cgroup2 cgroup2 sys/fs/cgroup
                pivot_root . old
                umount -l old
                echo there
                exec env -i container=copy PATH="$PATH" /lib/systemd/systemd --system --unit=multi-user.target'
            """;

    private static final String END =
            """
            mount -t cgroup2 cgroup2 "$0"
            find "$0"/"$1" -depth -type d -exec rmdir {} +
            """;
    private static final List<String> APART =
            List.of("unshare", "--mount", "--pid", "--uts", "--ipc", "--fork", "--kill-child");

    /**
     * What came of a command.
     *
     * @param status its exit status
     * @param output what it wrote, errors too
     */
    record Outcome(int status, String output) {}

    private final Path folder;
    private final Process holder;
    private final long inside;

    private MachineCopy(Path folder, Process holder, long inside) {
        this.folder = folder;
        this.holder = holder;
        this.inside = inside;
    }

    /** Whether this user can have one here. */
    static boolean isPossible() throws IOException, InterruptedException {
        return Files.exists(Path.of("/lib/systemd/systemd")) && apart("true").waitFor() == 0;
    }

    /** Makes one, with this empty folder as its own, and returns when it has started. */
    static MachineCopy start(Path folder) throws IOException, InterruptedException {
        Process holder = apart("sh", "-c", BEGIN, folder.toString(), groups());
        byte[] first = new byte["there".length()];
        int length = holder.getInputStream().readNBytes(first, 0, first.length);
        if (!new String(first, 0, length, StandardCharsets.UTF_8).equals("there")) {
            throw new IOException("no copy of the machine: " + new String(first, StandardCharsets.UTF_8)
                    + new String(holder.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        MachineCopy copy = new MachineCopy(
                folder, holder, holder.children().findFirst().orElseThrow().pid());
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> copy.run("systemctl is-system-running").output().equals("running\n"));
        return copy;
    }

    /** The name of its control groups' root. */
    private static String groups() {
        return "orca-comet-test-" + ProcessHandle.current().pid();
    }

    private static Process apart(String... command) throws IOException {
        List<String> all = new ArrayList<>(APART);
        all.addAll(List.of(command));
        return new ProcessBuilder(all).redirectErrorStream(true).start();
    }

    /** A file of the copy, as this process sees it. */
    Path path(String absolute) {
        return Path.of("/proc/" + inside + "/root" + absolute);
    }

    /** Runs a command of the shell in it. */
    Outcome run(String command) throws IOException, InterruptedException {
        String target = "--target=" + inside;
        Process process = new ProcessBuilder(
                        "nsenter", target, "--mount", "--pid", "--root", "--wd", "bash", "-e", "-c", command)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    /** Ends all that runs in it; unshare takes no gentler signal. */
    @Override
    public void close() throws IOException, InterruptedException {
        Optional<ProcessHandle> first = ProcessHandle.of(inside);
        holder.destroyForcibly().waitFor();
        first.ifPresent(process -> process.onExit().join());
        apart("sh", "-ec", END, folder.toString(), groups()).waitFor();
    }
}
