package org.orcacomet.http.internal.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.orcacomet.http.TlsFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TLS files as they are now. It looks at them every now and then, and takes them anew when they have changed and
 * are still again, so that a certificate and its key can be replaced one after the other. New files that are broken
 * are one error in the log, and those before them stay in use.
 */
public final class LiveTls implements AutoCloseable {
    /** Who uses what the files hold. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Uses this from now on.
         *
         * @throws IOException if it cannot; the message is one sentence for the operator
         */
        void use(TlsMaterial material) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(LiveTls.class);
    private static final byte[] UNREADABLE = {};

    private final TlsFiles files;
    private final Listener listener;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(LiveTls::thread);
    private volatile TlsMaterial current;
    private List<byte[]> tried;
    private List<byte[]> seen;

    private LiveTls(TlsFiles files, Listener listener) {
        this.files = files;
        this.listener = listener;
    }

    /**
     * Reads the files, shows them to the listener, and again each time that they have changed.
     *
     * @throws IOException if they cannot be used; the message is one sentence for the operator
     */
    public static LiveTls start(TlsFiles files, Duration poll, Listener listener) throws IOException {
        LiveTls live = new LiveTls(files, listener);
        live.tried = live.contents();
        live.seen = live.tried;
        live.current = TlsMaterial.read(files);
        listener.use(live.current);
        live.worker.scheduleWithFixedDelay(live::look, poll.toMillis(), poll.toMillis(), TimeUnit.MILLISECONDS);
        return live;
    }

    /** What is in use. */
    public TlsMaterial current() {
        return current;
    }

    /** Stops looking. */
    @Override
    public void close() {
        worker.shutdownNow();
    }

    private void look() {
        try {
            List<byte[]> now = contents();
            boolean still = same(now, seen);
            seen = now;
            if (still && !same(now, tried)) {
                tried = now;
                take();
            }
        } catch (Exception e) {
            LOG.error("the TLS files were not looked at; those in use stay", e);
        }
    }

    private void take() {
        try {
            TlsMaterial changed = TlsMaterial.read(files);
            listener.use(changed);
            current = changed;
            LOG.info("the TLS files have changed and are in use: {}", changed);
        } catch (IOException e) {
            LOG.error("the TLS files have changed and cannot be used; those before stay in use: {}", e.getMessage());
        }
    }

    private List<byte[]> contents() {
        List<byte[]> contents = new ArrayList<>();
        contents.add(content(files.certificate()));
        contents.add(content(files.key()));
        files.roots().ifPresent(roots -> contents.add(content(roots)));
        return contents;
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            return UNREADABLE;
        }
    }

    private static boolean same(List<byte[]> some, List<byte[]> others) {
        return Arrays.deepEquals(some.toArray(), others.toArray());
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "comet-tls-files");
        thread.setDaemon(true);
        return thread;
    }
}
