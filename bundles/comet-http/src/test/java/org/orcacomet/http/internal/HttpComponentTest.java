package org.orcacomet.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.http.HttpLimits;
import org.orcacomet.http.HttpSettings;
import org.orcacomet.http.TlsFiles;
import org.orcacomet.http.TlsProvider;

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
                .isEqualTo(new HttpSettings("127.0.0.1", 8111, files, TlsProvider.AUTO, HttpLimits.defaults()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls_certificate", "tls_key"})
    void settings_refuseToBeWithoutTheServersFiles(String missing) {
        Map<String, Object> rest = Map.of(missing.equals("tls_key") ? "tls_certificate" : "tls_key", "x.pem");
        assertThatThrownBy(() -> HttpComponent.settings(config(rest)))
                .hasMessage(missing.replace('_', '.') + " is not set: name a PEM file");
    }
}
