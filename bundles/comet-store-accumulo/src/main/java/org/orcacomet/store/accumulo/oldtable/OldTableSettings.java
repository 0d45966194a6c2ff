package org.orcacomet.store.accumulo.oldtable;

import java.util.Map;
import java.util.Properties;

/** Where a table of today's server is, and who reads it. Cannot be changed; may hold a password, and does not show it. */
public final class OldTableSettings {
    private static final String ZOOKEEPERS = "instance.zookeepers";
    private static final String INSTANCE = "instance.name";
    private static final String USER = "auth.principal";

    private final Map<String, String> client;
    private final String table;

    private OldTableSettings(Map<String, String> client, String table) {
        this.client = client;
        this.table = table;
    }

    /**
     * This table.
     *
     * @param client Accumulo's own client properties, such as {@code instance.name}
     * @throws IllegalArgumentException if they do not say where to go, and as whom
     */
    public static OldTableSettings of(Map<String, String> client, String table) {
        for (String property : new String[] {ZOOKEEPERS, INSTANCE, USER}) {
            if (client.getOrDefault(property, "").isBlank()) {
                throw new IllegalArgumentException("nothing says what " + property + " is");
            }
        }
        return new OldTableSettings(Map.copyOf(client), table);
    }

    Properties client() {
        Properties properties = new Properties();
        properties.putAll(client);
        return properties;
    }

    String zookeepers() {
        return client.get(ZOOKEEPERS);
    }

    String instance() {
        return client.get(INSTANCE);
    }

    String user() {
        return client.get(USER);
    }

    String table() {
        return table;
    }

    /** All but the password. */
    @Override
    public String toString() {
        return "table " + table + " of " + instance() + " at " + zookeepers() + " as " + user();
    }
}
