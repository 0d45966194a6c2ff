package org.orcacomet.tasks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orcacomet.api.Comet;
import org.orcacomet.journal.Journal;
import org.orcacomet.orca.am.SliverScopes;
import org.orcacomet.orca.spi.Plugin;
import org.orcacomet.userdata.UserData;
import org.slf4j.Logger;
import org.slf4j.simple.SimpleLogger;

/** One version of Ant, on a class path of its own, with the tasks and the fake plugin. */
final class Ant {
    static final int INFO = 2;
    static final int DEBUG = 4;

    private static final List<Class<?>> OURS = Arrays.asList(
            CometTask.class,
            Ant.class,
            Plugin.class,
            SliverScopes.class,
            Journal.class,
            UserData.class,
            Comet.class,
            Logger.class,
            SimpleLogger.class);
    private static final Map<String, URLClassLoader> LOADERS = new ConcurrentHashMap<>();

    private final String version;
    private final Map<String, String> user = new HashMap<>();
    private int level = INFO;
    private ClassLoader context = ClassLoader.getSystemClassLoader();
    private boolean interrupted;

    private Ant(String version) {
        this.version = version;
    }

    /** The oldest that ORCA had, the one that it has, and the newest. */
    static Stream<Ant> all() {
        return Stream.of("1.7.1", "1.9.15", "1.10.18").map(Ant::new);
    }

    static Ant ofOrca() {
        return new Ant("1.9.15");
    }

    /** The same version, with nothing set. */
    Ant copy() {
        return new Ant(version);
    }

    Ant recorded(String name) {
        user.putAll(Recorded.properties(name));
        return this;
    }

    Ant with(String name, String value) {
        user.put(name, value);
        return this;
    }

    Ant with(String name, Path value) {
        return with(name, value.toString());
    }

    Ant without(String name) {
        user.remove(name);
        return this;
    }

    Ant logging(int messages) {
        this.level = messages;
        return this;
    }

    Ant inContext(ClassLoader loader) {
        this.context = loader;
        return this;
    }

    /** The thread is interrupted already when the target begins. */
    Ant interrupted() {
        this.interrupted = true;
        return this;
    }

    /** Runs a target of one of the build files of the tests. */
    Ran run(String build, String target) {
        return run(resource("builds/" + build), target);
    }

    /** Runs a target of a build file. */
    @SuppressWarnings("unchecked")
    Ran run(Path build, String target) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("build", build.toString());
        asked.put("target", target);
        asked.put("user", user);
        asked.put("level", level);
        asked.put("context", context);
        asked.put("interrupted", interrupted);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            Class<?> run = loader().loadClass("org.orcacomet.tasks.AntRun");
            Object made = run.getConstructor().newInstance();
            return new Ran(((Function<Map<String, Object>, Map<String, Object>>) made).apply(asked));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private URLClassLoader loader() {
        return LOADERS.computeIfAbsent(version, this::load);
    }

    private URLClassLoader load(String ant) {
        List<URL> path = new ArrayList<>();
        for (Class<?> type : OURS) {
            path.add(type.getProtectionDomain().getCodeSource().getLocation());
        }
        try (Stream<Path> jars = Files.list(Paths.get("target", "ants", ant))) {
            for (Path jar : jars.collect(Collectors.toList())) {
                path.add(jar.toUri().toURL());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new URLClassLoader(
                path.toArray(new URL[0]), ClassLoader.getSystemClassLoader().getParent());
    }

    static Path resource(String name) {
        try {
            return Paths.get(Ant.class.getResource("/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Ant " + version;
    }
}
