package org.orcacomet.bridge;

import static java.util.Collections.emptyMap;
import static java.util.Collections.singletonMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrcaPropertiesTest {
    private static final Path JOURNAL = Paths.get("/orca/orca-comet/journal");
    private static final String MARKED = "MARKED-VALUE";

    @ParameterizedTest(name = "{0} -> {1} {2}")
    @CsvSource({
        "comethost,                                          org.orcacomet.client,  comethost",
        "comethost,                                          org.orcacomet.orca,    comethost",
        "comet.cacert,                                       org.orcacomet.client,  comet.cacert",
        "comet.cacert,                                       org.orcacomet.orca,    comet.cacert",
        "comet.clientkeystore,                               org.orcacomet.client,  comet.clientkeystore",
        "comet.clientkeystorepwd,                            org.orcacomet.client,  comet.clientkeystorepwd",
        "comet.clientcert,                                   org.orcacomet.client,  comet.clientcert",
        "comet.clientkey,                                    org.orcacomet.client,  comet.clientkey",
        "orca.comet.pubkeys.enabled,                         org.orcacomet.orca,    orca.comet.pubkeys.enabled",
        "orca.comet.hosts.enabled,                           org.orcacomet.orca,    orca.comet.hosts.enabled",
        "orca.comet.config.org.orcacomet.orca.am/join.timeout.ms, org.orcacomet.orca.am, join.timeout.ms",
        "orca.comet.config.org.orcacomet.journal/dir,        org.orcacomet.journal, dir",
        "orca.comet.config.org.orcacomet.client/comethost,   org.orcacomet.client,  comethost",
    })
    void property_becomesConfiguration(String property, String pid, String key) {
        OrcaProperties properties = of(property, MARKED);
        assertThat(properties.configurations(JOURNAL).get(pid)).containsEntry(key, MARKED);
        assertThat(properties.unknown()).isEmpty();
    }

    @Test
    void configurations_haveTheJournalsFolder_whateverIsSet() {
        assertThat(OrcaProperties.of(emptyMap()).configurations(JOURNAL))
                .isEqualTo(singletonMap("org.orcacomet.journal", singletonMap("dir", JOURNAL.toString())));
    }

    @Test
    void configurations_takeTheMoreSpecialProperty() {
        Map<String, String> all = new HashMap<>();
        all.put("comethost", "https://one");
        all.put("orca.comet.config.org.orcacomet.client/comethost", "https://two");
        Map<String, Map<String, Object>> byPid = OrcaProperties.of(all).configurations(JOURNAL);
        assertThat(byPid.get("org.orcacomet.client")).containsEntry("comethost", "https://two");
        assertThat(byPid.get("org.orcacomet.orca")).containsEntry("comethost", "https://one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"comethost", "comet.cacert", "comet.clientkey"})
    void comet_isSet_byAnyOfItsOwnProperties(String name) {
        assertThat(of(name, "x").cometIsSet()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"comethost, ' '", "comets, x", "orca.comet.hosts.enabled, true", "neuca.comet.host, x"})
    void comet_isNotSet_byAnythingElse(String name, String value) {
        assertThat(of(name, value).cometIsSet()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "orca.comet.hosts.enabled, true, true",
        "orca.comet.pubkeys.enabled, ' TRUE ', true",
        "orca.comet.hosts.enabled, false, false",
        "orca.comet.hosts.enabled, yes, false",
        "comethost, true, false"
    })
    void slices_areShared_byASwitch(String name, String value, boolean shared) {
        assertThat(of(name, value).sharesInSlices()).isEqualTo(shared);
    }

    @Test
    void sliceWait_isTenSeconds_orWhatIsSet() {
        assertThat(OrcaProperties.of(emptyMap()).sliceWait()).isEqualTo(Duration.ofSeconds(10));
        assertThat(of("orca.comet.slice.wait.ms", " 250 ").sliceWait()).isEqualTo(Duration.ofMillis(250));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "10s", "1.5", "99999999999"})
    void sliceWait_refusesWhatIsNoNumber(String value) {
        OrcaProperties properties = of("orca.comet.slice.wait.ms", value);
        assertThatIllegalArgumentException()
                .isThrownBy(properties::sliceWait)
                .withMessage("orca.comet.slice.wait.ms is no number of milliseconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orca.comet.host.enabled", "orca.comet.config.nothing", "orca.comet.config.pid/"})
    void name_thatMeansNothing_isFound(String name) {
        assertThat(of(name, "x").unknown()).containsExactly(name);
    }

    @Test
    void toString_hasNoValue() {
        assertThat(of("comet.clientkeystorepwd", MARKED).toString()).doesNotContain(MARKED);
    }

    private static OrcaProperties of(String name, String value) {
        return OrcaProperties.of(singletonMap(name, value));
    }
}
