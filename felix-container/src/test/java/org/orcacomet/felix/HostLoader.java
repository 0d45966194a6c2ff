package org.orcacomet.felix;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.service.cm.ConfigurationAdmin;

/** Felix behind a gate that lets one package of the host through, as in ORCA's JVM. */
final class HostLoader extends URLClassLoader {
    private HostLoader(ClassLoader parent) {
        super(
                new URL[] {
                    place(HostedContainer.class), place(FrameworkFactory.class), place(ConfigurationAdmin.class),
                },
                parent);
    }

    static HostLoader of(ClassLoader host, String shared) {
        return new HostLoader(new Gate(host, shared));
    }

    static URL place(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    @SuppressWarnings("unchecked")
    BiFunction<Map<String, Object>, Map<Class<?>, Object>, Object> entry() throws ReflectiveOperationException {
        Class<?> type = loadClass(HostedContainer.class.getName());
        return (BiFunction<Map<String, Object>, Map<Class<?>, Object>, Object>)
                type.getConstructor().newInstance();
    }

    private static final class Gate extends ClassLoader {
        private final ClassLoader host;
        private final String shared;

        Gate(ClassLoader host, String shared) {
            super(ClassLoader.getSystemClassLoader().getParent());
            this.host = host;
            this.shared = shared;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith(shared + ".")) {
                return host.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
