package org.orcacomet.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each feature in a stock Karaf without a network. */
class FeaturesIT {
    private static final String ACTIVE = " state=32 ";

    @TempDir
    private static Path folder;

    private static Karaf karaf;

    @BeforeAll
    static void start() throws IOException {
        karaf = Karaf.start(folder.resolve("karaf"));
        karaf.run("kar:install file:" + System.getProperty("karaf.archive"));
    }

    @AfterAll
    static void stop() {
        karaf.close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "orca-comet-client",
                "orca-comet-service",
                "orca-comet-store-rocksdb",
                "orca-comet-store-accumulo",
                "orca-comet-plugin"
            })
    void eachFeature_installsAloneAndLeavesNothing(String feature) throws IOException {
        List<String> before = karaf.bundles();

        karaf.run("feature:install " + feature);
        List<String> with = karaf.bundles();
        assertThat(with).as("refreshes no other bundle").containsAll(before).hasSizeGreaterThan(before.size());
        assertThat(with).allSatisfy(bundle -> assertThat(bundle).contains(ACTIVE));

        karaf.run("feature:uninstall " + feature);
        assertThat(karaf.bundles()).isEqualTo(before);
    }
}
