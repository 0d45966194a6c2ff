package org.orcacomet.trials.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.ServiceProcess;

/** How a service's disk is made full and has room again, without root. */
sealed interface Room {
    /** The same launch, with a store that can be made full. */
    Launch fitted(Launch launch) throws IOException;

    /** From now on there is no room. */
    void take(ServiceProcess service) throws IOException, InterruptedException;

    /** From now on there is room. */
    void give(ServiceProcess service) throws IOException, InterruptedException;

    /** Where the store of this running service can be seen from here. */
    Path store(ServiceProcess service, Path data);

    /**
     * The store is in a small file system in memory, which a namespace of its own gives to whoever starts it, and a
     * large file takes what is left. It is gone with the process.
     */
    record SmallDisk() implements Room {
        private static final String MOUNT = "mount -t tmpfs -o size=40m tmpfs \"$0\" && exec \"$@\"";
        private static final int CHUNK = 4096;

        /** Whether this machine lets users have namespaces. */
        static boolean isToBeHad() throws IOException, InterruptedException {
            List<String> command = List.of("unshare", "--user", "--map-root-user", "--mount", "true");
            return new ProcessBuilder(command).start().waitFor() == 0;
        }

        @Override
        public Launch fitted(Launch launch) throws IOException {
            Path store = Files.createDirectories(launch.data().resolve("store"));
            return launch.through(
                    List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", MOUNT, store.toString()));
        }

        @Override
        public void take(ServiceProcess service) throws IOException {
            Path fill = fill(service);
            byte[] chunk = new byte[CHUNK];
            try (OutputStream out = Files.newOutputStream(fill)) {
                while (Files.getFileStore(fill).getUsableSpace() > 0) {
                    out.write(chunk);
                }
            }
        }

        @Override
        public void give(ServiceProcess service) throws IOException {
            Files.delete(fill(service));
        }

        @Override
        public Path store(ServiceProcess service, Path data) {
            return seen(service, data.resolve("store"));
        }

        /** A name that the store does not mind. */
        private static Path fill(ServiceProcess service) {
            return seen(service, service.tls().resolveSibling("store")).resolve("lost+found");
        }

        private static Path seen(ServiceProcess service, Path path) {
            return Path.of("/proc/" + service.pid() + "/root" + path);
        }
    }

    /** No file of the service can grow beyond a limit, which prlimit sets and lifts while it runs. */
    record FileLimit() implements Room {
        private static final String BYTES = "16384";

        @Override
        public Launch fitted(Launch launch) {
            return launch;
        }

        @Override
        public void take(ServiceProcess service) throws IOException, InterruptedException {
            limit(service, BYTES);
        }

        @Override
        public void give(ServiceProcess service) throws IOException, InterruptedException {
            limit(service, "unlimited");
        }

        @Override
        public Path store(ServiceProcess service, Path data) {
            return data.resolve("store");
        }

        private static void limit(ServiceProcess service, String bytes) throws IOException, InterruptedException {
            List<String> command =
                    List.of("prlimit", "--pid", Long.toString(service.pid()), "--fsize=" + bytes + ":unlimited");
            if (new ProcessBuilder(command).start().waitFor() != 0) {
                throw new IOException("prlimit cannot limit the service's files");
            }
        }
    }
}
