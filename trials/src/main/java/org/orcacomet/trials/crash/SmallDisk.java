package org.orcacomet.trials.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.ServiceProcess;

/**
 * A small file system in memory for some of a service's folders, which takes no root: a namespace of its own gives it to
 * the service, and it is gone with the process. A large file takes what is left of it.
 */
final class SmallDisk {
    private static final int BYTES = 300 << 20;
    private static final int CHUNK = 1 << 16;
    private static final List<String> APART = List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c");
    /** Its arguments are the data folder, those folders, a dash and the command. */
    private static final String MOUNT =
            """
            set -e
            cd "$0"
            mount -t tmpfs -o size=%d tmpfs disk
            while [ "$1" != - ]; do
                mkdir "disk/$1"
                mount --bind "disk/$1" "$1"
                shift
            done
            shift
            exec "$@"
            """
                    .formatted(BYTES);

    private final Path data;
    private final List<String> folders;

    /** For these folders of this data folder. */
    SmallDisk(Path data, List<String> folders) {
        this.data = data;
        this.folders = folders;
    }

    /** Whether this machine lets users have namespaces. */
    static boolean isToBeHad() throws InterruptedException {
        try {
            return new ProcessBuilder(command(List.of("true"))).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    /** The same launch, with those folders on this disk. */
    Launch under(Launch launch) throws IOException {
        Files.createDirectories(data.resolve("disk"));
        List<String> script = new ArrayList<>(List.of(MOUNT, data.toString()));
        for (String folder : folders) {
            Files.createDirectories(data.resolve(folder));
            script.add(folder);
        }
        script.add("-");
        return launch.through(command(script));
    }

    private static List<String> command(List<String> script) {
        return Stream.concat(APART.stream(), script.stream()).toList();
    }

    /** From now on it is full. */
    void fill(ServiceProcess service) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(filling(service))) {
            for (int written = 0; written < BYTES; written += CHUNK) {
                out.write(chunk);
            }
        } catch (IOException full) {
            return;
        }
        throw new IOException("the small disk cannot be filled");
    }

    /** From now on it has room. */
    void empty(ServiceProcess service) throws IOException {
        Files.delete(filling(service));
    }

    /** A folder of this running service, as it can be seen from here. */
    static Path seen(ServiceProcess service, Path folder) {
        return Path.of("/proc/" + service.pid() + "/root" + folder);
    }

    private Path filling(ServiceProcess service) {
        return seen(service, data.resolve("disk").resolve("filling"));
    }
}
