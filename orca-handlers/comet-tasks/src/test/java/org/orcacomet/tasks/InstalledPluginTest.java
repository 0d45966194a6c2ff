package org.orcacomet.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.Plugin;

class InstalledPluginTest {
    @TempDir
    Path folder;

    /** Has all classes, and no services. */
    private static final class WithoutServices extends ClassLoader {
        WithoutServices() {
            super(Plugin.class.getClassLoader());
        }

        @Override
        public Enumeration<URL> getResources(String name) {
            return Collections.emptyEnumeration();
        }
    }

    private ClassLoader naming(String provider) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(services.resolve(Plugin.class.getName()), provider.getBytes(StandardCharsets.UTF_8));
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, new WithoutServices());
    }

    @Test
    void find_findsTheOneOfTheClassLoader() throws LifecycleException {
        assertThat(InstalledPlugin.find(Plugin.class.getClassLoader())).isInstanceOf(FakePlugin.class);
    }

    @Test
    void find_saysThatThereIsNone() {
        assertThatThrownBy(() -> InstalledPlugin.find(new WithoutServices()))
                .isInstanceOf(LifecycleException.class)
                .hasMessageContaining("is not on ORCA's class path");
    }

    @Test
    void find_saysWhichCannotBeLoaded() throws IOException {
        ClassLoader loader = naming("org.orcacomet.Absent");

        assertThatThrownBy(() -> InstalledPlugin.find(loader))
                .isInstanceOf(LifecycleException.class)
                .hasMessageContaining("cannot be loaded")
                .hasMessageContaining("org.orcacomet.Absent");
    }
}
