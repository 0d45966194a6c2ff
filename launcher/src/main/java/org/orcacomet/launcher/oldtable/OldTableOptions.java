package org.orcacomet.launcher.oldtable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.orcacomet.launcher.LaunchException;
import picocli.CommandLine.Option;

/** Which table is read, and as whom. */
final class OldTableOptions {
    @Option(
            names = "--zookeepers",
            paramLabel = "HOST:PORT,...",
            required = true,
            description = "The ZooKeepers of the Accumulo that has the table.")
    private String zookeepers;

    @Option(names = "--instance", paramLabel = "NAME", required = true, description = "The name of its instance.")
    private String instance;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            required = true,
            description = "An Accumulo user who has Table.READ and Table.ALTER_TABLE on the table, and"
                    + " System.CREATE_TABLE. He needs no authorizations.")
    private String user;

    @Option(names = "--password-file", paramLabel = "FILE", description = "The file with his password.")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(
            names = "--client-file",
            paramLabel = "FILE",
            description = "A file with Accumulo's own client properties, for SASL or TLS.")
    private Optional<Path> clientFile = Optional.empty();

    @Option(names = "--table", paramLabel = "NAME", required = true, description = "The table of today's server.")
    private String table;

    @Option(
            names = "--expire-ms",
            paramLabel = "N",
            defaultValue = "0",
            description = "Leaves out what nobody has touched for twice N milliseconds, as today's server does if it"
                    + " ages (default: 0, nothing).")
    private long expire;

    long expire() {
        return expire;
    }

    boolean saysHowToLogIn() {
        return passwordFile.isPresent() || clientFile.isPresent();
    }

    String name() {
        return table;
    }

    /** The arguments of the bundle's function that say which table it is. */
    Map<String, Object> arguments() throws LaunchException {
        Map<String, Object> arguments = new HashMap<>();
        if (clientFile.isPresent()) {
            clientProperties(clientFile.get()).forEach((name, value) -> arguments.put("client." + name, value));
        }
        arguments.put("client.instance.zookeepers", zookeepers);
        arguments.put("client.instance.name", instance);
        arguments.put("client.auth.principal", user);
        if (passwordFile.isPresent()) {
            arguments.put("client.auth.type", "password");
            arguments.put("client.auth.token", password(passwordFile.get()));
        }
        arguments.put("table", table);
        arguments.put("expire.ms", expire);
        return arguments;
    }

    private static String password(Path file) throws LaunchException {
        try {
            String password = Files.readString(file).stripTrailing();
            if (!password.isEmpty()) {
                return password;
            }
        } catch (IOException e) {
            throw new LaunchException(file + " cannot be read: name the file with the password by --password-file", e);
        }
        throw new LaunchException(file + " is empty: name the file with the password by --password-file");
    }

    private static Properties clientProperties(Path file) throws LaunchException {
        try (InputStream in = Files.newInputStream(file)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw new LaunchException(file + " holds no properties that can be read: name another by --client-file", e);
        }
    }
}
