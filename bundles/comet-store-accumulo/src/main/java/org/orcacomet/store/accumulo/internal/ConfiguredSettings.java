package org.orcacomet.store.accumulo.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.orcacomet.store.accumulo.AccumuloSettings;
import org.orcacomet.store.accumulo.Password;

/** The settings that a configuration stands for. */
final class ConfiguredSettings {
    private ConfiguredSettings() {}

    static AccumuloSettings of(AccumuloConfiguration configuration) throws StoreUnusable {
        try {
            return new AccumuloSettings(
                    login(configuration),
                    new AccumuloSettings.Table(configuration.table(), configuration.splits(), ageing(configuration)),
                    new AccumuloSettings.Calls(
                            Duration.ofMillis(configuration.call_timeout_ms()), configuration.calls_max()));
        } catch (IllegalArgumentException e) {
            throw StoreUnusable.misconfigured(e.getMessage());
        }
    }

    private static Optional<AccumuloSettings.Ageing> ageing(AccumuloConfiguration configuration) {
        AccumuloSettings.Ageing ageing = new AccumuloSettings.Ageing(
                Duration.ofMillis(configuration.ageing_filter_records_ms()),
                Duration.ofMillis(configuration.ageing_filter_tombstones_ms()));
        return Optional.of(ageing).filter(AccumuloSettings.Ageing::isEver);
    }

    private static AccumuloSettings.Login login(AccumuloConfiguration configuration) throws StoreUnusable {
        return new AccumuloSettings.Login(
                configuration.zookeepers(),
                configuration.instance(),
                configuration.user(),
                password(configuration),
                given(configuration.client_file()).map(Path::of));
    }

    private static Optional<Password> password(AccumuloConfiguration configuration) throws StoreUnusable {
        Optional<String> itself = given(configuration._password());
        Optional<String> file = given(configuration.password_file());
        if (itself.isPresent() && file.isPresent()) {
            throw StoreUnusable.misconfigured("exactly one of .password and password.file must be set");
        }
        return file.isPresent() ? Optional.of(read(Path.of(file.get()))) : itself.map(Password::of);
    }

    private static Password read(Path file) throws StoreUnusable {
        try {
            return Password.of(Files.readString(file).stripTrailing());
        } catch (IOException e) {
            throw StoreUnusable.unreadable("password.file", e);
        }
    }

    private static Optional<String> given(String property) {
        return Optional.of(property).filter(text -> !text.isBlank());
    }
}
