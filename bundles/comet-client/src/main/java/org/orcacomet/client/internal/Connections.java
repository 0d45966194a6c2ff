package org.orcacomet.client.internal;

import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.orcacomet.client.CometClientSettings;

/** The HTTP client and its kept connections. It does nothing by itself: no retries, redirects, cookies or proxies. */
final class Connections {
    private static final TimeValue VALIDATE_AFTER = TimeValue.ofSeconds(1);

    private final PoolingHttpClientConnectionManager pool;
    private final CloseableHttpClient client;

    private Connections(PoolingHttpClientConnectionManager pool, CloseableHttpClient client) {
        this.pool = pool;
        this.client = client;
    }

    static Connections of(CometClientSettings settings, SSLContext tls) {
        PoolingHttpClientConnectionManager pool = pool(settings, tls);
        return new Connections(pool, client(settings, pool));
    }

    PoolingHttpClientConnectionManager pool() {
        return pool;
    }

    CloseableHttpClient client() {
        return client;
    }

    private static PoolingHttpClientConnectionManager pool(CometClientSettings settings, SSLContext tls) {
        Timeout connect = Timeout.of(settings.timeouts().connect());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(settings.limits().connections())
                .setMaxConnPerRoute(settings.limits().connections())
                .setTlsSocketStrategy(ClientTlsStrategyBuilder.create()
                        .setSslContext(tls)
                        .setTlsVersions(TLS.V_1_3, TLS.V_1_2)
                        .setHostVerificationPolicy(HostnameVerificationPolicy.BUILTIN)
                        .buildClassic())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(Timeout.of(settings.timeouts().attempt()))
                        .setValidateAfterInactivity(VALIDATE_AFTER)
                        .build())
                .build();
    }

    /** Without disableConnectionState a connection with a client certificate would not be used twice. */
    private static CloseableHttpClient client(CometClientSettings settings, PoolingHttpClientConnectionManager pool) {
        Timeout attempt = Timeout.of(settings.timeouts().attempt());
        return HttpClientBuilder.create()
                .setConnectionManager(pool)
                .setConnectionManagerShared(true)
                .disableConnectionState()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Orca-COMET")
                .addExecInterceptorAfter(ChainElement.CONNECT.name(), "sending", Exchange::sending)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(attempt)
                        .setResponseTimeout(attempt)
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .build();
    }
}
