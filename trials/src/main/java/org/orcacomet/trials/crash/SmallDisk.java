package org.orcacomet.trials.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.ServiceProcess;

/**
 * A small file system in memory for a service's store, which takes no root: a namespace of its own gives it to the
 * service, and it is gone with the process. A large file takes what is left of it.
 */
final class SmallDisk {
    private static final int BYTES = 200 << 20;
    private static final int CHUNK = 1 << 16;
    private static final List<String> APART = List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c");
    private static final String MOUNT = "mount -t tmpfs -o size=" + BYTES + " tmpfs \"$0\" && exec \"$@\"";

    private final Path store;

    /** For the service of this data folder. */
    SmallDisk(Path data) {
        store = data.resolve("store");
    }

    /** Whether this machine lets users have namespaces. */
    static boolean isToBeHad() throws InterruptedException {
        try {
            return new ProcessBuilder(command("true")).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    /** The same launch, with its store on this disk. */
    Launch under(Launch launch) throws IOException {
        Files.createDirectories(store);
        return launch.through(command(MOUNT, store.toString()));
    }

    private static List<String> command(String... script) {
        return Stream.concat(APART.stream(), Stream.of(script)).toList();
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

    /** Where what this running service has on it can be seen from here. */
    Path seen(ServiceProcess service) {
        return Path.of("/proc/" + service.pid() + "/root" + store);
    }

    /** It has a name that the store does not mind. */
    private Path filling(ServiceProcess service) {
        return seen(service).resolve("lost+found");
    }
}
