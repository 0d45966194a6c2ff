package org.orcacomet.felix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Felix with a folder of bundles, all of them started. Its threads are no daemons: a container that is not closed keeps
 * the program alive. Safe for use by many threads.
 */
public final class FelixContainer implements AutoCloseable {
    private static final Duration STOP_TIME = Duration.ofSeconds(30);

    private final Framework framework;
    private final Path storage;

    private FelixContainer(Framework framework, Path storage) {
        this.framework = framework;
        this.storage = storage;
    }

    /**
     * Starts the framework, and the bundles one after the other. When this throws, nothing is left of it.
     *
     * @throws ContainerException if a bundle does not start; the message names it
     * @throws IOException if the folder of bundles, or the storage, cannot be used
     */
    public static FelixContainer start(ContainerSettings settings) throws ContainerException, IOException {
        return start(settings, context -> {});
    }

    /**
     * As {@link #start(ContainerSettings)}; the host's own services are registered before the first bundle starts.
     *
     * @throws ContainerException if a bundle does not start; the message names it
     * @throws IOException if the folder of bundles, or the storage, cannot be used
     */
    public static FelixContainer start(ContainerSettings settings, Consumer<BundleContext> services)
            throws ContainerException, IOException {
        List<Path> bundles = new ArrayList<>();
        for (Path folder : settings.folders()) {
            bundles.addAll(jars(folder));
        }
        Path storage = Files.createTempDirectory(settings.storage(), "felix-");
        Framework framework = new FrameworkFactory().newFramework(frameworkProperties(settings, storage));
        FelixContainer container = new FelixContainer(framework, storage);
        try {
            container.startFramework();
            services.accept(container.context());
            container.startAll(bundles);
        } catch (Throwable failure) {
            container.abandon(failure);
            throw failure;
        }
        return container;
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static Map<String, String> frameworkProperties(ContainerSettings settings, Path storage) {
        Map<String, String> properties = new HashMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        properties.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, exports(settings.shared()));
        // A host has one URL handler factory, and it is not ours to set.
        properties.put("felix.service.urlhandlers", "false");
        properties.put("felix.resolver.parallelism", "1");
        // What goes wrong at the start is thrown, and framework events go to the log: nothing is left for standard
        // output.
        properties.put("felix.log.level", "0");
        properties.putAll(settings.properties());
        return properties;
    }

    private static String exports(Map<String, String> shared) {
        return shared.entrySet().stream()
                .map(entry -> entry.getKey() + ";version=\"" + entry.getValue() + "\"")
                .sorted()
                .collect(Collectors.joining(","));
    }

    private void startFramework() throws ContainerException {
        try {
            framework.start();
        } catch (BundleException e) {
            throw new ContainerException("Felix does not start: " + e.getMessage(), e);
        }
    }

    /**
     * Installs and starts the bundles of one more folder, after all others.
     *
     * @throws ContainerException if one of them cannot be installed or started
     * @throws IOException if the folder cannot be read
     */
    public void add(Path folder) throws ContainerException, IOException {
        startAll(jars(folder));
    }

    private void startAll(List<Path> jars) throws ContainerException {
        List<Bundle> bundles = new ArrayList<>();
        for (Path jar : jars) {
            bundles.add(install(jar));
        }
        for (Bundle bundle : bundles) {
            start(bundle);
        }
    }

    /** By reference: the jar is read where it is, and not copied into the storage. */
    private Bundle install(Path jar) throws ContainerException {
        try {
            return context().installBundle("reference:" + jar.toUri());
        } catch (BundleException e) {
            throw new ContainerException(jar.getFileName() + " is no bundle: " + e.getMessage(), e);
        }
    }

    private static void start(Bundle bundle) throws ContainerException {
        if (isFragment(bundle)) {
            return;
        }
        try {
            bundle.start();
        } catch (BundleException e) {
            throw new ContainerException(bundle.getSymbolicName() + " does not start: " + e.getMessage(), e);
        }
    }

    private static boolean isFragment(Bundle bundle) {
        return (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }

    /** The framework's own bundle context. */
    public BundleContext context() {
        return framework.getBundleContext();
    }

    /** The best service of this type, whose package must be a shared one; it may go at any time. */
    public <S> Optional<S> service(Class<S> type) {
        ServiceReference<S> reference = context().getServiceReference(type);
        return Optional.ofNullable(reference).map(context()::getService);
    }

    /** The symbolic names of the bundles that are installed, fragments apart, and not active. */
    public List<String> inactive() {
        return Stream.of(context().getBundles())
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE && !isFragment(bundle))
                .map(Bundle::getSymbolicName)
                .collect(Collectors.toList());
    }

    private void abandon(Throwable failure) {
        try {
            close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Stops the bundles in reverse order, waits for that up to half a minute, and removes the storage. */
    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(STOP_TIME.toMillis());
        } catch (BundleException e) {
            throw new IllegalStateException("Felix does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            removeStorage();
        }
    }

    private void removeStorage() {
        if (!Files.exists(storage)) {
            return;
        }
        try (Stream<Path> files = Files.walk(storage)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
