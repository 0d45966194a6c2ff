package org.orcacomet.store.accumulo.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.accumulo.core.client.Accumulo;
import org.apache.accumulo.core.client.AccumuloClient;
import org.orcacomet.store.accumulo.AccumuloSettings;
import org.orcacomet.store.accumulo.Password;

/** How the settings log in, as Accumulo's own client properties. */
final class Login {
    private Login() {}

    static Properties properties(AccumuloSettings.Login login) throws StoreUnusable {
        Properties properties = new Properties();
        if (login.clientFile().isPresent()) {
            load(properties, login.clientFile().get());
        }
        properties.setProperty("instance.name", login.instance());
        properties.setProperty("instance.zookeepers", login.zookeepers());
        if (!login.user().isBlank()) {
            properties.setProperty("auth.principal", login.user());
        }
        login.password().map(Password::reveal).ifPresent(password -> {
            properties.setProperty("auth.type", "password");
            properties.setProperty("auth.token", password);
        });
        return properties;
    }

    private static void load(Properties properties, Path file) throws StoreUnusable {
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw StoreUnusable.unreadable("client.file", e);
        }
    }

    /** A client that has this told of each of its threads that ends with a failure. */
    static AccumuloClient client(Properties properties, Thread.UncaughtExceptionHandler ended) {
        return Accumulo.newClient()
                .from(properties)
                .withUncaughtExceptionHandler(ended)
                .build();
    }
}
