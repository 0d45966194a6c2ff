package org.orcacomet.bridge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A package whose container is the test's own; loaded by the plugin's class loader all the same. */
public final class Inside implements AutoCloseable {
    private static final String PROPERTY = "org.orcacomet.test.container";
    private static final String ENTRY = "org/orcacomet/felix/HostedContainer.class";

    private final Path bundles;
    private final Map<Class<?>, Object> offered = new ConcurrentHashMap<>();
    private final AtomicInteger starts = new AtomicInteger();
    private final AtomicInteger stops = new AtomicInteger();
    private volatile Optional<Runnable> before = Optional.empty();
    private volatile Map<String, Object> settings = new ConcurrentHashMap<>();
    private volatile Map<Class<?>, Object> services = new ConcurrentHashMap<>();
    private volatile Optional<ClassLoader> context = Optional.empty();

    private Inside(Path bundles) {
        this.bundles = bundles;
    }

    /** Makes the package in a folder. */
    public static Inside in(Path folder) throws IOException {
        Inside inside = new Inside(folder.resolve("bundles"));
        Path framework = Files.createDirectories(inside.bundles.resolve("framework"));
        Files.createDirectories(inside.bundles.resolve("2-libraries"));
        Files.createDirectories(inside.bundles.resolve("1-services"));
        try (OutputStream out = Files.newOutputStream(framework.resolve("entry.jar"));
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry(ENTRY));
            copy(jar);
        }
        BiFunction<Map<String, Object>, Map<Class<?>, Object>, Object> container = inside::start;
        System.getProperties().put(PROPERTY, container);
        return inside;
    }

    private static void copy(OutputStream out) throws IOException {
        try (InputStream in = Inside.class.getClassLoader().getResourceAsStream(ENTRY)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                out.write(next);
            }
        }
    }

    private Object start(Map<String, Object> given, Map<Class<?>, Object> hostServices) {
        starts.incrementAndGet();
        context = Optional.ofNullable(Thread.currentThread().getContextClassLoader());
        settings = given;
        services = hostServices;
        before.ifPresent(Runnable::run);
        return new Running();
    }

    /** What happens before each start; it may throw. */
    public Inside first(Runnable step) {
        before = Optional.of(step);
        return this;
    }

    /** A service that it has. */
    public <S> Inside offering(Class<S> type, S service) {
        offered.put(type, service);
        return this;
    }

    public Installation installation() {
        return Installation.at(bundles);
    }

    public int starts() {
        return starts.get();
    }

    public int stops() {
        return stops.get();
    }

    Map<String, Object> settings() {
        return settings;
    }

    Map<Class<?>, Object> services() {
        return services;
    }

    Optional<ClassLoader> context() {
        return context;
    }

    @Override
    public void close() {
        System.getProperties().remove(PROPERTY);
    }

    private final class Running implements AutoCloseable, Function<Class<?>, Object> {
        @Override
        public Object apply(Class<?> type) {
            return offered.get(type);
        }

        @Override
        public void close() {
            stops.incrementAndGet();
        }
    }
}
