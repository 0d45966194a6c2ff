package org.orcacomet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.squareup.okhttp.ConnectionSpec;
import com.squareup.okhttp.TlsVersion;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renci.io.swagger.client.ApiClient;
import org.renci.io.swagger.client.ApiException;
import org.renci.io.swagger.client.api.DefaultApi;
import org.renci.io.swagger.client.model.CometResponse;
import org.renci.io.swagger.client.model.Value;

/** ORCA's own client, as it is published, over TLS 1.2 and with a JKS. */
class PublishedClientIT {
    private static final String READ = "ReadToken1";
    private static final String WRITE = "WriteToken1";

    @TempDir
    static Path data;

    private static Server server;
    private static DefaultApi trusted;
    private static DefaultApi anonymous;

    /** As ORCA fills it in: the client's own class has no members. */
    static final class OrcaValue extends Value {
        private final String val_;

        OrcaValue(String text) {
            val_ = text;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OrcaValue that && that.val_.equals(val_);
        }

        @Override
        public int hashCode() {
            return val_.hashCode();
        }
    }

    @BeforeAll
    static void start() throws Exception {
        server = Server.start(data);
        String address = server.address().toString();
        trusted = new DefaultApi(client(address));
        trusted.getApiClient().setKeyManagers(Caller.keys(data.resolve("tls"))).applySslSettings();
        anonymous = new DefaultApi(client(address));
        anonymous.getApiClient().applySslSettings();
    }

    private static ApiClient client(String address) throws Exception {
        ApiClient client = new ApiClient().setBasePath(address);
        client.setSslCaCert(new ByteArrayInputStream(Files.readAllBytes(data.resolve("tls/ca.pem"))));
        ConnectionSpec tls12 = new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
                .tlsVersions(TlsVersion.TLS_1_2)
                .allEnabledCipherSuites()
                .build();
        client.getHttpClient().setConnectionSpecs(Collections.singletonList(tls12));
        client.getHttpClient().setConnectTimeout(1, TimeUnit.MINUTES);
        client.getHttpClient().setReadTimeout(1, TimeUnit.MINUTES);
        return client;
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void life_ofAScope() throws Exception {
        CometResponse written = trusted.writeScopePost(new OrcaValue("[]"), "slice", "users", "vm", READ, WRITE);
        assertThat(written.getStatus()).isEqualTo("OK");
        assertThat(written.getMessage()).isNotNull();
        anonymous.writeScopePost(new OrcaValue("[1]"), "slice", "users", "vm", READ, WRITE);

        assertThat(value(anonymous.readScopeGet("slice", "users", "vm", READ)))
                .containsEntry("contextId", "slice")
                .containsEntry("value", "{\"val_\":\"[1]\"}");
        assertThat(entries(anonymous.enumerateScopeGet("slice", READ, null))).hasSize(1);
        assertThat(entries(anonymous.enumerateScopeGet("slice", READ, "users"))).hasSize(1);

        assertThat(trusted.deleteScopeDelete("slice", "users", "vm", READ, WRITE)
                        .getStatus())
                .isEqualTo("OK");
        assertThat(trusted.deleteScopeDelete("slice", "users", "vm", READ, WRITE)
                        .getStatus())
                .isEqualTo("OK");
        assertThat(value(anonymous.readScopeGet("slice", "users", "vm", READ))).isEmpty();
        assertThat(entries(anonymous.enumerateScopeGet("slice", READ, null))).isEmpty();
    }

    @Test
    void create_withoutACertificateIsRefused() {
        ApiException refusal = catchThrowableOfType(
                ApiException.class,
                () -> anonymous.writeScopePost(new OrcaValue("[]"), "slice", "users", "other", READ, WRITE));

        assertThat(refusal.getCode()).isEqualTo(403);
    }

    @Test
    void version_isToldToAnyone() throws Exception {
        assertThat(value(anonymous.getVersionGet())).containsKeys("Comet version", "Comet API version");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> value(CometResponse response) {
        return (Map<String, Object>) response.getValue();
    }

    private static List<?> entries(CometResponse response) {
        return (List<?>) value(response).get("entries");
    }
}
