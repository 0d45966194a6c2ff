package org.orcacomet.karaf.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** Bundles that are updated and refreshed, and what the process holds after that. */
final class Redeploying {
    private final BundleContext context;
    private final List<WeakReference<ClassLoader>> replaced = new ArrayList<>();

    Redeploying(BundleContext context) {
        this.context = context;
    }

    /** Updates the bundle of this name from the jar that it came in, and refreshes it, with all that are wired to it. */
    void redeploy(String name) throws Exception {
        Bundle bundle = Stream.of(context.getBundles())
                .filter(each -> name.equals(each.getSymbolicName()))
                .findFirst()
                .orElseThrow();
        FrameworkWiring framework = context.getBundle(0).adapt(FrameworkWiring.class);
        remember(framework.getDependencyClosure(List.of(bundle)));
        try (InputStream jar = Files.newInputStream(unpacked(bundle))) {
            bundle.update(jar);
        }
        CountDownLatch refreshed = new CountDownLatch(1);
        framework.refreshBundles(List.of(bundle), event -> refreshed.countDown());
        if (!refreshed.await(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the refresh of " + name + " does not end");
        }
    }

    /** Where Karaf has unpacked it from the KAR: each look-up of a {@code mvn:} address leaves some kilobytes in Karaf. */
    private Path unpacked(Bundle bundle) throws IOException {
        String file = bundle.getLocation().replaceFirst("^mvn:org.orcacomet/(.+)/(.+)$", "$1/$2/$1-$2.jar");
        try (Stream<Path> archives = Files.list(Path.of(context.getProperty("karaf.data"), "kar"))) {
            return archives.map(archive -> archive.resolve("org/orcacomet").resolve(file))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void remember(Collection<Bundle> bundles) {
        for (Bundle each : bundles) {
            BundleWiring wiring = each.adapt(BundleWiring.class);
            if (wiring != null && wiring.getClassLoader() != null) {
                replaced.add(new WeakReference<>(wiring.getClassLoader()));
            }
        }
    }

    /** The names of the threads, without their numbers, and how many of each there are. */
    void threads(PrintStream out) {
        Map<String, Long> names = Thread.getAllStackTraces().keySet().stream()
                .map(thread -> thread.getName().replaceAll("[0-9]+", "N"))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        out.println(names);
    }

    /** Threads, classes, bytes of heap, descriptors, class loaders that were replaced, and those of them that are still there. */
    void figures(PrintStream out) throws Exception {
        for (int i = 0; i < 3; i++) {
            System.gc();
            System.runFinalization();
        }
        long alive = replaced.stream().filter(loader -> loader.get() != null).count();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            out.println(String.join(
                    " ",
                    Integer.toString(Thread.getAllStackTraces().size()),
                    Integer.toString(ManagementFactory.getClassLoadingMXBean().getLoadedClassCount()),
                    Long.toString(ManagementFactory.getMemoryMXBean()
                            .getHeapMemoryUsage()
                            .getUsed()),
                    Long.toString(descriptors.count()),
                    Integer.toString(replaced.size()),
                    Long.toString(alive)));
        }
    }
}
