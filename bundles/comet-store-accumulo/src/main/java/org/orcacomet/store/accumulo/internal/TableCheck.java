package org.orcacomet.store.accumulo.internal;

import java.util.Map;
import java.util.Optional;
import org.apache.accumulo.core.client.AccumuloClient;
import org.apache.accumulo.core.client.AccumuloException;
import org.apache.accumulo.core.client.AccumuloSecurityException;
import org.apache.accumulo.core.client.Scanner;
import org.apache.accumulo.core.client.TableExistsException;
import org.apache.accumulo.core.client.TableNotFoundException;
import org.apache.accumulo.core.client.admin.TimeType;
import org.apache.accumulo.core.client.security.SecurityErrorCode;
import org.apache.accumulo.core.data.Value;
import org.apache.accumulo.core.security.Authorizations;
import org.apache.accumulo.core.security.TablePermission;
import org.orcacomet.store.accumulo.AccumuloSettings;

/** Makes the table of the scopes if it is not there, and refuses one that is not ours, or not as it must be. */
final class TableCheck {
    private static final byte[] JAVA_SERIALISATION = {(byte) 0xAC, (byte) 0xED};

    private final AccumuloClient client;
    private final AccumuloSettings.Table table;

    TableCheck(AccumuloClient client, AccumuloSettings.Table table) {
        this.client = client;
        this.table = table;
    }

    void run() throws StoreUnusable, AccumuloException, AccumuloSecurityException, TableNotFoundException {
        if (!client.tableOperations().exists(table.name())) {
            create();
        }
        requirePermission(TablePermission.READ);
        requirePermission(TablePermission.WRITE);
        Map<String, String> settings = client.tableOperations().getConfiguration(table.name());
        requireOurs(settings);
        new FilterAttachment(client, table).renew(settings);
    }

    /** Its settings are there as soon as it is: it may be made by several at once. */
    private void create() throws StoreUnusable, AccumuloException, AccumuloSecurityException {
        new FilterAttachment(client, table).requireJar();
        try {
            client.tableOperations().create(table.name(), TableLayout.of(table));
        } catch (TableExistsException e) {
            // Another head was faster.
            return;
        } catch (AccumuloSecurityException e) {
            if (e.getSecurityErrorCode() == SecurityErrorCode.PERMISSION_DENIED) {
                throw StoreUnusable.notPermitted(client.whoami(), table.name(), "System.CREATE_TABLE");
            }
            throw e;
        }
    }

    private void requirePermission(TablePermission permission)
            throws StoreUnusable, AccumuloException, AccumuloSecurityException {
        if (!client.securityOperations().hasTablePermission(client.whoami(), table.name(), permission)) {
            throw StoreUnusable.notPermitted(client.whoami(), table.name(), "Table." + permission);
        }
    }

    private void requireOurs(Map<String, String> settings)
            throws StoreUnusable, AccumuloException, AccumuloSecurityException, TableNotFoundException {
        String format = settings.get(TableLayout.FORMAT_PROPERTY);
        if (format == null) {
            throw isOldServers() ? StoreUnusable.oldTable(table.name()) : StoreUnusable.foreign(table.name());
        }
        if (!format.equals(TableLayout.FORMAT)) {
            throw StoreUnusable.otherFormat(table.name(), format);
        }
        Optional<Map.Entry<String, String>> violated = TableLayout.violated(settings);
        if (violated.isPresent()) {
            throw StoreUnusable.otherSettings(
                    table.name(), violated.get().getKey(), violated.get().getValue());
        }
        if (client.tableOperations().getTimeType(table.name()) != TimeType.LOGICAL) {
            throw StoreUnusable.foreign(table.name());
        }
    }

    /** Today's server writes arrays in Java's serialisation, each visible to its read token alone. */
    private boolean isOldServers() throws AccumuloException, AccumuloSecurityException, TableNotFoundException {
        Authorizations all = client.securityOperations().getUserAuthorizations(client.whoami());
        try (Scanner scanner = client.createScanner(table.name(), all)) {
            return scanner.stream().limit(1).map(Map.Entry::getValue).anyMatch(TableCheck::isJavas);
        }
    }

    private static boolean isJavas(Value value) {
        byte[] bytes = value.get();
        return bytes.length > 1 && bytes[0] == JAVA_SERIALISATION[0] && bytes[1] == JAVA_SERIALISATION[1];
    }
}
