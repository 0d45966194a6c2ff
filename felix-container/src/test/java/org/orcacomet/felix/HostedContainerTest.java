package org.orcacomet.felix;

import static java.util.Collections.emptyMap;
import static java.util.Collections.singletonList;
import static java.util.Collections.singletonMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.felix.bundle.Failing;
import org.orcacomet.felix.bundle.Greeting;
import org.orcacomet.felix.host.Greeter;

/** A real Felix, started as a host does whose own libraries it must not see. */
class HostedContainerTest {
    private static final String SHARED = Greeter.class.getPackage().getName();
    private static final Map<Class<?>, Object> HOSTS = singletonMap(Greeter.class, (Greeter) () -> "hello");

    @TempDir
    Path folder;

    private final Map<String, Object> arguments = new HashMap<>();
    private HostLoader loader;

    @BeforeEach
    void arrange() throws Exception {
        loader = HostLoader.of(getClass().getClassLoader(), SHARED);
        Path bundles = Files.createDirectories(folder.resolve("bundles"));
        Path configAdmin = place(Class.forName("org.apache.felix.cm.PersistenceManager"));
        Files.copy(configAdmin, bundles.resolve("1-configadmin.jar"));
        bundle(bundles.resolve("2-greeting.jar"), Greeting.class);
        arguments.put("folders", singletonList(bundles.toString()));
        arguments.put("storage", storage().toString());
        arguments.put("shared", singletonMap(SHARED, "1.0.0"));
        arguments.put("properties", singletonMap("from", "the framework"));
        arguments.put("configurations", singletonMap("greeting", singletonMap("text", "world")));
    }

    @AfterEach
    void close() throws IOException {
        loader.close();
    }

    private Path storage() {
        return folder.resolve("home/felix");
    }

    private static Path place(Class<?> type) throws Exception {
        return Paths.get(HostLoader.place(type).toURI());
    }

    private static void bundle(Path jar, Class<?> activator) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.putValue("Manifest-Version", "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", activator.getSimpleName());
        headers.putValue("Bundle-Activator", activator.getName());
        headers.putValue("Import-Package", "org.osgi.framework, org.osgi.service.cm, " + SHARED);
        String name = activator.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest);
                InputStream in = activator.getClassLoader().getResourceAsStream(name)) {
            entries.putNextEntry(new JarEntry(name));
            for (int next = in.read(); next >= 0; next = in.read()) {
                entries.write(next);
            }
        }
    }

    private AutoCloseable start() throws ReflectiveOperationException {
        return (AutoCloseable) loader.entry().apply(arguments, HOSTS);
    }

    @SuppressWarnings("unchecked")
    private static <S> S service(Object container, Class<S> type) {
        return type.cast(((Function<Class<?>, Object>) container).apply(type));
    }

    private List<Path> stored() throws IOException {
        try (Stream<Path> files = Files.list(storage())) {
            return files.collect(Collectors.toList());
        }
    }

    private Set<Thread> threadsOfTheLoader() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getClass().getClassLoader() == loader
                        || thread.getName().startsWith("Felix")
                        || thread.getName().startsWith("CM "))
                .collect(Collectors.toSet());
    }

    @Test
    void service_isWhatABundleMadeOfTheHostsServiceTheConfigurationAndAProperty() throws Exception {
        try (AutoCloseable container = start()) {
            assertThat(service(container, Greeter.class).greet()).isEqualTo("hello world the framework");
        }
    }

    @Test
    void service_isNullWhereThereIsNone() throws Exception {
        try (AutoCloseable container = start()) {
            assertThat(service(container, Comparable.class)).isNull();
        }
    }

    @Test
    void close_leavesNoThreadAndNoFile() throws Exception {
        AutoCloseable container = start();
        assertThat(stored()).hasSize(1);
        container.close();
        container.close();
        await().untilAsserted(() -> assertThat(threadsOfTheLoader()).isEmpty());
        assertThat(stored()).isEmpty();
    }

    @Test
    void start_worksTwiceAtOnceAndBesideWhatACrashLeft() throws Exception {
        Files.createDirectories(storage().resolve("felix-crashed/bundle1"));
        try (AutoCloseable first = start();
                AutoCloseable second = start()) {
            assertThat(service(first, Greeter.class)).isNotSameAs(service(second, Greeter.class));
        }
    }

    @Test
    void start_keepsTheContextClassLoaderFromFelixAndGivesItBack() throws Exception {
        try (URLClassLoader context = new URLClassLoader(new URL[0])) {
            Thread.currentThread().setContextClassLoader(context);
            try (AutoCloseable container = start()) {
                assertThat(service(container, Greeter.class)).isNotNull();
                assertThat(threadsOfTheLoader())
                        .isNotEmpty()
                        .allMatch(thread -> thread.getContextClassLoader().getParent() == null);
                assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(context);
            }
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(context);
        } finally {
            Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
        }
    }

    @Test
    void start_failureNamesTheBundleAndLeavesNothing() throws Exception {
        bundle(folder.resolve("bundles/3-failing.jar"), Failing.class);
        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Failing does not start: ");
        await().untilAsserted(() -> assertThat(threadsOfTheLoader()).isEmpty());
        assertThat(stored()).isEmpty();
    }

    @Test
    void start_failureNamesTheFolderThatIsNotThere() {
        arguments.put("folders", singletonList(folder.resolve("gone").toString()));
        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be used")
                .hasMessageContaining("gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"folders", "storage", "shared"})
    void start_failureNamesTheArgumentThatIsWrong(String key) {
        arguments.put(key, 7);
        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(key + " must be a ");
    }

    @Test
    void start_needsNoMoreThanFoldersAndStorage() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        arguments.keySet().retainAll(singletonList("storage"));
        arguments.put("folders", singletonList(empty.toString()));
        ((AutoCloseable) loader.entry().apply(arguments, emptyMap())).close();
        assertThat(stored()).isEmpty();
    }
}
