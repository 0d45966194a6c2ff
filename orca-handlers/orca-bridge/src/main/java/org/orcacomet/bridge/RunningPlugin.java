package org.orcacomet.bridge;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.orcacomet.orca.spi.LogSink;
import org.orcacomet.orca.spi.Plugin;

/** A container that runs, with the folder and the class loader that it runs in. */
final class RunningPlugin implements AutoCloseable {
    /** Components come up by themselves; what is not there by then does not come without a cause. */
    private static final Duration COMING_UP = Duration.ofSeconds(5);

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final String SPI_VERSION = "1.0.0";

    private final AutoCloseable container;
    private final PluginLoader loader;
    private final Home home;
    private final long up = System.nanoTime() + COMING_UP.toNanos();

    private RunningPlugin(AutoCloseable container, PluginLoader loader, Home home) {
        this.container = container;
        this.loader = loader;
        this.home = home;
    }

    /** Starts it; when this throws, all is closed again. */
    static RunningPlugin start(Home home, Installation installation, OrcaProperties properties, LogSink log)
            throws IOException {
        PluginLoader loader = PluginLoader.over(installation.framework());
        try {
            Map<String, Object> settings = settings(home, installation, properties);
            Object container = loader.entry().apply(settings, Collections.singletonMap(LogSink.class, log));
            return new RunningPlugin((AutoCloseable) container, loader, home);
        } catch (Throwable failure) {
            loader.close();
            throw failure;
        }
    }

    private static Map<String, Object> settings(Home home, Installation installation, OrcaProperties properties)
            throws IOException {
        Map<String, String> shared = new HashMap<>();
        shared.put(Plugin.class.getPackage().getName(), SPI_VERSION);
        shared.put("org.osgi.service.cm", "1.6.1");
        shared.put("jdk.net", "0.0.0");
        Map<String, Object> settings = new HashMap<>();
        settings.put("folders", installation.folders());
        settings.put("storage", home.felix().toString());
        settings.put("shared", shared);
        settings.put("properties", Collections.emptyMap());
        settings.put("configurations", properties.configurations(home.journal()));
        return settings;
    }

    /** The service, for which this waits only while the plugin is new. */
    <S> Optional<S> service(Class<S> type) {
        Optional<S> found = now(type);
        while (!found.isPresent()
                && System.nanoTime() < up
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK_NANOS);
            found = now(type);
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private <S> Optional<S> now(Class<S> type) {
        return Optional.ofNullable(type.cast(((Function<Class<?>, Object>) container).apply(type)));
    }

    /** Stops the container, and gives up its class loader and its folder. */
    @Override
    public void close() throws Exception {
        try (Home held = home;
                PluginLoader open = loader) {
            container.close();
        }
    }
}
