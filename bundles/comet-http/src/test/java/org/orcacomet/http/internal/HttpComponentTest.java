package org.orcacomet.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.http.HttpLimits;
import org.orcacomet.http.HttpSettings;
import org.orcacomet.http.LoadLimits;
import org.orcacomet.http.MetricsAccess;
import org.orcacomet.http.Pace;
import org.orcacomet.http.TlsFiles;
import org.orcacomet.http.TlsProvider;
import org.orcacomet.http.TlsSettings;

class HttpComponentTest {
    private static final Map<String, Object> FILES = Map.of("tls_certificate", "c.pem", "tls_key", "k.pem");

    /** The configuration with these properties, and its defaults for all others. */
    private static HttpConfig config(Map<String, Object> properties) {
        InvocationHandler values =
                (proxy, method, args) -> properties.getOrDefault(method.getName(), method.getDefaultValue());
        return (HttpConfig)
                Proxy.newProxyInstance(HttpConfig.class.getClassLoader(), new Class<?>[] {HttpConfig.class}, values);
    }

    @Test
    void settings_haveTheDefaultsOfTheTable() {
        TlsFiles files = new TlsFiles(Path.of("c.pem"), Path.of("k.pem"), Optional.empty());
        assertThat(HttpComponent.settings(config(FILES)))
                .isEqualTo(new HttpSettings(
                        "127.0.0.1",
                        8111,
                        new TlsSettings(files, TlsProvider.AUTO),
                        HttpLimits.defaults(),
                        MetricsAccess.admins()));
    }

    @Test
    void settings_takeEveryLimit() {
        Map<String, Object> limits = Map.ofEntries(
                Map.entry("idle_timeout_ms", 11L),
                Map.entry("stop_timeout_ms", 12L),
                Map.entry("header_max_bytes", 2000),
                Map.entry("threads", 14),
                Map.entry("connections_max", 15),
                Map.entry("connections_per_address_max", 16),
                Map.entry("calls_max", 13),
                Map.entry("buffered_max_bytes", 2_000_000L),
                Map.entry("client_timeout_ms", 17L),
                Map.entry("client_min_bytes_per_second", 18),
                Map.entry("tls_certificate", "c.pem"),
                Map.entry("tls_key", "k.pem"));
        LoadLimits load = new LoadLimits(15, 16, 13, 2_000_000, new Pace(Duration.ofMillis(17), 18));
        assertThat(HttpComponent.settings(config(limits)).limits())
                .isEqualTo(new HttpLimits(Duration.ofMillis(11), Duration.ofMillis(12), 2000, 14, load));
    }

    @Test
    void settings_takeWhoMayReadTheMetrics() {
        Map<String, Object> metrics = Map.of(
                "tls_certificate",
                "c.pem",
                "tls_key",
                "k.pem",
                "metrics_access",
                "off",
                "metrics_subjects",
                new String[] {"CN=prometheus"});
        assertThat(HttpComponent.settings(config(metrics)).metrics())
                .isEqualTo(MetricsAccess.parse("off", List.of("CN=prometheus")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls_certificate", "tls_key"})
    void settings_refuseToBeWithoutTheServersFiles(String missing) {
        Map<String, Object> rest = Map.of(missing.equals("tls_key") ? "tls_certificate" : "tls_key", "x.pem");
        assertThatThrownBy(() -> HttpComponent.settings(config(rest)))
                .hasMessage(missing.replace('_', '.') + " is not set: name a PEM file");
    }
}
