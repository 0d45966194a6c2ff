package org.orcacomet.felix;

import static java.util.Collections.emptyMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;

/**
 * The way in for a host that has this room, and Felix with it, behind a class loader of its own: nothing but types of
 * the JDK goes to and fro.
 *
 * <p>The first argument has {@code folders} (list of text), {@code storage} (text), {@code shared} (packages of the
 * host, with their versions), {@code properties} (of the framework) and {@code configurations} (by PID); the last three
 * may be left out. The second has the host's services by their types, which are registered before the first bundle
 * starts. The result is {@link AutoCloseable} and a {@link Function} from a type, which must be of a shared package, to
 * the best service of that type, or null.
 *
 * <p>A start that fails throws an IllegalStateException, whose message is one sentence for an operator, and leaves
 * nothing behind. Felix's threads get the JDK's own class loader as their context, and so neither the host's libraries
 * nor, in threads that outlive them, its class loaders.
 */
public final class HostedContainer implements BiFunction<Map<String, Object>, Map<Class<?>, Object>, Object> {
    @Override
    public Object apply(Map<String, Object> arguments, Map<Class<?>, Object> services) {
        return Context.ofTheJdk(() -> start(new Arguments(arguments), services));
    }

    private static Object start(Arguments arguments, Map<Class<?>, Object> services) {
        InitialConfiguration configurations = new InitialConfiguration(arguments.map("configurations"));
        try {
            ContainerSettings settings = settings(arguments);
            return new Running(FelixContainer.start(settings, context -> {
                services.forEach((type, service) -> register(context, type, service));
                configurations.accept(context);
            }));
        } catch (ContainerException e) {
            throw new IllegalStateException(e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("the folders of bundles or the storage cannot be used: " + e, e);
        }
    }

    private static ContainerSettings settings(Arguments arguments) throws IOException {
        Path storage = Files.createDirectories(Paths.get(arguments.get("storage", String.class)));
        List<?> folders = arguments.get("folders", List.class);
        return ContainerSettings.of(
                        storage,
                        folders.stream().map(f -> Paths.get(f.toString())).toArray(Path[]::new))
                .sharing(arguments.map("shared"))
                .with(arguments.map("properties"));
    }

    private static void register(BundleContext context, Class<?> type, Object service) {
        context.registerService(type.getName(), service, null);
    }

    /** What was passed, whose generic types nobody can check. */
    private static final class Arguments {
        private final Map<String, Object> values;

        Arguments(Map<String, Object> values) {
            this.values = values;
        }

        <T> T get(String key, Class<T> type) {
            if (!type.isInstance(values.get(key))) {
                throw new IllegalArgumentException(key + " must be a " + type.getSimpleName());
            }
            return type.cast(values.get(key));
        }

        @SuppressWarnings("unchecked")
        <V> Map<String, V> map(String key) {
            return values.containsKey(key) ? get(key, Map.class) : emptyMap();
        }
    }

    /** A container as its host sees it. */
    private static final class Running implements AutoCloseable, Function<Class<?>, Object> {
        private final FelixContainer felix;

        Running(FelixContainer felix) {
            this.felix = felix;
        }

        @Override
        public Object apply(Class<?> type) {
            return felix.service(type).orElse(null);
        }

        @Override
        public void close() {
            Context.ofTheJdk(() -> {
                felix.close();
                return felix;
            });
        }
    }

    /** The context class loader of the threads that start meanwhile. */
    private static final class Context {
        private Context() {}

        static <T> T ofTheJdk(Supplier<T> work) {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(jdk());
            try {
                return work.get();
            } finally {
                thread.setContextClassLoader(before);
            }
        }

        /** The last before the boot loader: a host may have put more than one of its own on top. */
        private static ClassLoader jdk() {
            ClassLoader loader = ClassLoader.getSystemClassLoader();
            while (loader.getParent() != null) {
                loader = loader.getParent();
            }
            return loader;
        }
    }
}
