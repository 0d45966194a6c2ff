package org.orcacomet.client.internal;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orcacomet.client.ClientIdentity;
import org.orcacomet.client.ClientLimits;
import org.orcacomet.client.ClientTimeouts;
import org.orcacomet.client.CometClientSettings;
import org.orcacomet.client.CometSettingsException;

/** What an operator configured, as settings: all of it, or none. */
final class ConfiguredSettings {
    private static final String IDENTITY =
            "comet.clientkeystore with comet.clientkeystorepwd, or comet.clientcert with comet.clientkey";

    private ConfiguredSettings() {}

    /**
     * The settings; empty if COMET is off.
     *
     * @throws CometSettingsException if COMET is half set; the sentence names what is missing
     */
    static Optional<CometClientSettings> of(ClientConfig config) {
        if (isOff(config)) {
            return Optional.empty();
        }
        List<String> missing = new ArrayList<>();
        require("comethost", config.comethost(), missing);
        require("comet.cacert", config.comet_cacert(), missing);
        if (keyStore(config)) {
            require("comet.clientkeystore", config.comet_clientkeystore(), missing);
            require("comet.clientkeystorepwd", config.comet_clientkeystorepwd(), missing);
        } else if (pem(config)) {
            require("comet.clientcert", config.comet_clientcert(), missing);
            require("comet.clientkey", config.comet_clientkey(), missing);
        } else {
            missing.add(IDENTITY);
        }
        if (!missing.isEmpty()) {
            throw new CometSettingsException("COMET is half configured: " + String.join(" and ", missing)
                    + (missing.size() == 1 && !missing.contains(IDENTITY) ? " is" : " are")
                    + " not set; set all, or none to turn COMET off");
        }
        return Optional.of(settings(config));
    }

    private static boolean isOff(ClientConfig config) {
        return blank(config.comethost()) && blank(config.comet_cacert()) && !keyStore(config) && !pem(config);
    }

    private static boolean keyStore(ClientConfig config) {
        return !blank(config.comet_clientkeystore()) || !blank(config.comet_clientkeystorepwd()) && !pem(config);
    }

    private static boolean pem(ClientConfig config) {
        return !blank(config.comet_clientcert()) || !blank(config.comet_clientkey());
    }

    private static CometClientSettings settings(ClientConfig config) {
        return CometClientSettings.of(config.comethost(), path(config.comet_cacert()))
                .identity(identity(config))
                .timeouts(ClientTimeouts.of(
                                Duration.ofMillis(config.connect_timeout_ms()),
                                Duration.ofMillis(config.attempt_timeout_ms()),
                                Duration.ofMillis(config.total_timeout_ms()))
                        .pause(Duration.ofMillis(config.failed_pause_ms())))
                .limits(ClientLimits.standard()
                        .connections(config.max_connections())
                        .concurrentWrites(config.concurrent_writes()))
                .build();
    }

    private static ClientIdentity identity(ClientConfig config) {
        return keyStore(config)
                ? ClientIdentity.keyStore(path(config.comet_clientkeystore()), config.comet_clientkeystorepwd())
                : ClientIdentity.pem(path(config.comet_clientcert()), path(config.comet_clientkey()));
    }

    private static Path path(String text) {
        return Paths.get(text.trim());
    }

    private static void require(String name, String value, List<String> missing) {
        if (blank(value)) {
            missing.add(name);
        }
    }

    private static boolean blank(String text) {
        return text.trim().isEmpty();
    }
}
