package org.orcacomet.bridge;

import org.orcacomet.orca.spi.Plugin;

/** Lets through the JDK, and orca-spi's classes as ORCA's side has them; nothing else of ORCA's class path. */
final class Gate extends ClassLoader {
    private static final String SHARED = Plugin.class.getPackage().getName() + ".";

    static {
        registerAsParallelCapable();
    }

    Gate() {
        super(jdk());
    }

    /** The loader that has the JDK's own classes and no others: the parent of all that have a parent. */
    static ClassLoader jdk() {
        ClassLoader loader = ClassLoader.getSystemClassLoader();
        while (loader.getParent() != null) {
            loader = loader.getParent();
        }
        return loader;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(SHARED)) {
            return Plugin.class.getClassLoader().loadClass(name);
        }
        return super.loadClass(name, resolve);
    }
}
