package orca.extensions.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** ORCA's own class loader, the system's, which packages' jars are added to. */
public final class ClassPath {
    private ClassPath() {}

    /** Adds a jar for good. */
    static void add(Path jar) throws MalformedURLException, ReflectiveOperationException {
        ClassLoader system = ClassLoader.getSystemClassLoader();
        if (system instanceof URLClassLoader) {
            addTo(system, jar.toUri().toURL());
        } else {
            throw new IllegalStateException("start ORCA with -Djava.system.class.loader=orca.server.SystemLoader");
        }
    }

    private static void addTo(ClassLoader system, URL jar) throws ReflectiveOperationException {
        Method addUrl = system.getClass().getMethod("addURL", URL.class);
        try {
            addUrl.invoke(system, jar);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("cannot add " + jar, e);
        }
    }

    /** An object of a class that some package brought, by its no-argument constructor. */
    public static Object instance(String className) throws ReflectiveOperationException {
        Class<?> type = Class.forName(className, true, ClassLoader.getSystemClassLoader());
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error) {
                throw (Error) e.getCause();
            }
            throw e;
        }
    }
}
