package orca.server;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * The system class loader of ORCA's Java 8, on every Java: one URLClassLoader that has the class path and that packages'
 * jars are added to. Start with {@code -Djava.system.class.loader=orca.server.SystemLoader}.
 */
public final class SystemLoader extends URLClassLoader {
    static {
        ClassLoader.registerAsParallelCapable();
    }

    /** Called by the JVM; the loader that it has itself is passed over, so that all classes of ORCA are of one loader. */
    public SystemLoader(ClassLoader builtIn) {
        super(classPath(), builtIn.getParent());
    }

    /** Without lambdas: when this runs, Java 8 cannot link one yet. */
    private static URL[] classPath() {
        String[] entries = System.getProperty("java.class.path").split(File.pathSeparator);
        URL[] urls = new URL[entries.length];
        for (int i = 0; i < entries.length; i++) {
            urls[i] = url(entries[i]);
        }
        return urls;
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }

    @Override
    public void addURL(URL url) {
        super.addURL(url);
    }
}
