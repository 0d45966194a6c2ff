package org.orcacomet.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Paths;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orcacomet.client.CometClientSettings;
import org.orcacomet.client.CometSettingsException;

class ConfiguredSettingsTest {
    private static FakeConfig set(String keys) {
        FakeConfig config = new FakeConfig();
        for (String key : keys.split(" ")) {
            config.with(key, key.equals("comethost") ? "https://a:8111" : "/tls/" + key);
        }
        return config;
    }

    @Test
    void of_isOffWhereNothingIsSet() {
        assertThat(ConfiguredSettings.of(new FakeConfig().config())).isEmpty();
        assertThat(ConfiguredSettings.of(new FakeConfig()
                        .with("comethost", " ")
                        .with("connect.timeout.ms", 1L)
                        .config()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "comethost comet.cacert, comet.clientkeystore with comet.clientkeystorepwd"
                + " or comet.clientcert with comet.clientkey are",
        "comethost comet.clientkeystore comet.clientkeystorepwd, comet.cacert is",
        "comethost comet.cacert comet.clientkeystore, comet.clientkeystorepwd is",
        "comethost comet.cacert comet.clientkeystorepwd, comet.clientkeystore is",
        "comethost comet.cacert comet.clientcert, comet.clientkey is",
        "comethost comet.cacert comet.clientkey, comet.clientcert is",
        "comet.cacert comet.clientcert comet.clientkey, comethost is",
        "comet.clientkey, comethost and comet.cacert and comet.clientcert are",
        "comet.clientkeystorepwd, comethost and comet.cacert and comet.clientkeystore are"
    })
    void of_refusesHalfAConfigurationAndNamesWhatIsMissing(String keys, String missing) {
        assertThatThrownBy(() -> ConfiguredSettings.of(set(keys).config()))
                .isInstanceOf(CometSettingsException.class)
                .hasMessage("COMET is half configured: " + missing.replace("pwd or", "pwd, or")
                        + " not set; set all, or none to turn COMET off")
                .hasNoCause();
    }

    @Test
    void of_takesAKeyStore() {
        CometClientSettings settings = ConfiguredSettings.of(
                        set("comethost comet.cacert comet.clientkeystore comet.clientkeystorepwd")
                                .with("connect.timeout.ms", 1L)
                                .with("attempt.timeout.ms", 2L)
                                .with("total.timeout.ms", 3L)
                                .with("failed.pause.ms", 4L)
                                .with("max.connections", 5)
                                .with("concurrent.writes", 6)
                                .config())
                .get();

        assertThat(settings.servers()).hasToString("[https://a:8111]");
        assertThat(settings.authorities()).isEqualTo(Paths.get("/tls/comet.cacert"));
        assertThat(settings.identity().get().password()).contains("/tls/comet.clientkeystorepwd");
        assertThat(settings.timeouts().connect()).isEqualTo(Duration.ofMillis(1));
        assertThat(settings.timeouts().attempt()).isEqualTo(Duration.ofMillis(2));
        assertThat(settings.timeouts().total()).isEqualTo(Duration.ofMillis(3));
        assertThat(settings.timeouts().pause()).isEqualTo(Duration.ofMillis(4));
        assertThat(settings.limits().connections()).isEqualTo(5);
        assertThat(settings.limits().concurrentWrites()).isEqualTo(6);
    }

    @Test
    void of_takesPemFilesWithTheStandardTimes() {
        CometClientSettings settings = ConfiguredSettings.of(
                        set("comethost comet.cacert comet.clientcert comet.clientkey")
                                .config())
                .get();

        assertThat(settings.identity().get().key()).contains(Paths.get("/tls/comet.clientkey"));
        assertThat(settings.timeouts())
                .usingRecursiveComparison()
                .isEqualTo(org.orcacomet.client.ClientTimeouts.standard());
        assertThat(settings.limits())
                .usingRecursiveComparison()
                .isEqualTo(org.orcacomet.client.ClientLimits.standard());
    }

    @Test
    void of_refusesAComethostThatIsNoAddress() {
        assertThatThrownBy(() -> ConfiguredSettings.of(set("comet.cacert comet.clientcert comet.clientkey")
                        .with("comethost", "head1:8111")
                        .config()))
                .isInstanceOf(CometSettingsException.class)
                .hasMessage("entry 1 of 1 of comethost is not an address like https://host:8111");
    }
}
