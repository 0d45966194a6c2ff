package org.orcacomet.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.felix.HostedContainer;
import org.orcacomet.orca.spi.LogSink;

class PluginLoaderTest {
    @TempDir
    Path folder;

    @Test
    void gate_passesOrcaSpi_asTheHostHasIt() throws ClassNotFoundException {
        assertThat(new Gate().loadClass(LogSink.class.getName())).isSameAs(LogSink.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"org.slf4j.Logger", "org.orcacomet.bridge.Embedded", "orca.util.ID", "org.apache.tools.ant.Task"
            })
    void gate_passesNothingElseOfTheHosts(String name) {
        assertThatThrownBy(() -> new Gate().loadClass(name)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void gate_passesNoResourceOfTheHosts() {
        assertThat(new Gate().getResource("log4j.properties")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javax.net.ssl.SSLContext", "javax.xml.parsers.SAXParserFactory", "java.sql.Driver"})
    void gate_passesTheJdk(String name) throws ClassNotFoundException {
        assertThat(new Gate().loadClass(name).getName()).isEqualTo(name);
    }

    @Test
    void entry_isLoadedInside() throws IOException {
        try (Inside inside = Inside.in(folder);
                PluginLoader loader = PluginLoader.over(inside.installation().framework())) {
            assertThat(loader.entry().getClass().getName()).isEqualTo(HostedContainer.class.getName());
            assertThat(loader.entry().getClass()).isNotSameAs(HostedContainer.class);
        }
    }

    @Test
    void entry_thatIsAbsent_isASentence() throws IOException {
        try (PluginLoader loader = PluginLoader.over(folder)) {
            assertThatThrownBy(loader::entry)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the plugin's own jars are incomplete");
        }
    }
}
