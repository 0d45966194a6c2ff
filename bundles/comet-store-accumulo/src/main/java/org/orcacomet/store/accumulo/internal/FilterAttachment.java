package org.orcacomet.store.accumulo.internal;

import java.util.Map;
import org.apache.accumulo.core.client.AccumuloClient;
import org.apache.accumulo.core.client.AccumuloException;
import org.apache.accumulo.core.client.AccumuloSecurityException;
import org.apache.accumulo.core.client.security.SecurityErrorCode;
import org.orcacomet.store.accumulo.AccumuloSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a table's ageing filter be as it is configured. */
final class FilterAttachment {
    private static final Logger LOG = LoggerFactory.getLogger(FilterAttachment.class);
    private static final String ITERATOR = "org.apache.accumulo.core.iterators.SortedKeyValueIterator";

    private final AccumuloClient client;
    private final AccumuloSettings.Table table;
    private final Map<String, String> wanted;

    FilterAttachment(AccumuloClient client, AccumuloSettings.Table table) {
        this.client = client;
        this.table = table;
        this.wanted = FilterProperties.of(table.ageing());
    }

    /** A table whose filter a tablet server cannot load is a table that it cannot read. Asks one of them. */
    void requireJar() throws StoreUnusable, AccumuloException, AccumuloSecurityException {
        if (!wanted.isEmpty() && !client.instanceOperations().testClassLoad(FilterProperties.CLASS, ITERATOR)) {
            throw StoreUnusable.noFilter();
        }
    }

    /** Changes the table's settings if they are others. */
    void renew(Map<String, String> settings) throws StoreUnusable, AccumuloException, AccumuloSecurityException {
        if (FilterProperties.among(settings).equals(wanted)) {
            return;
        }
        requireJar();
        try {
            client.tableOperations().modifyProperties(table.name(), this::replace);
            LOG.info("The ageing filter of the table {} is now as configured: {}", table.name(), told());
        } catch (AccumuloSecurityException e) {
            if (e.getSecurityErrorCode() == SecurityErrorCode.PERMISSION_DENIED) {
                throw StoreUnusable.notPermitted(client.whoami(), table.name(), "Table.ALTER_TABLE");
            }
            throw e;
        }
    }

    private void replace(Map<String, String> properties) {
        properties.keySet().removeAll(FilterProperties.among(properties).keySet());
        properties.putAll(wanted);
    }

    private String told() {
        return table.ageing()
                .filter(AccumuloSettings.Ageing::isEver)
                .map(times -> "records " + times.records() + ", tombstones " + times.tombstones())
                .orElse("none");
    }
}
