package org.orcacomet.store.accumulo.oldtable;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.apache.accumulo.core.client.Accumulo;
import org.apache.accumulo.core.client.AccumuloClient;
import org.apache.accumulo.core.client.AccumuloException;
import org.apache.accumulo.core.client.AccumuloSecurityException;
import org.apache.accumulo.core.client.TableNotFoundException;
import org.orcacomet.store.ExportWriter;
import org.orcacomet.store.accumulo.internal.HadoopsJava;
import org.orcacomet.store.accumulo.internal.TableLayout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A table that today's server has written. It is read while that server goes on, and nothing of it is changed. For one
 * thread.
 */
public final class OldTable implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OldTable.class);
    private static final String COPY = "_comet_import_";
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(30);
    private static final long SAMPLE = 1000;

    private final OldTableSettings settings;
    private final PatientCalls calls;
    private final AccumuloClient client;

    private OldTable(OldTableSettings settings, PatientCalls calls) throws OldTableException {
        this.settings = settings;
        this.calls = calls;
        this.client = calls.within(FIRST_ANSWER, this::connected);
    }

    /**
     * Looks whether the table is there.
     *
     * @throws OldTableException if it is not, or is one of ours, or the user may not see it, or Accumulo does not answer
     *     within half a minute
     */
    public static OldTable open(OldTableSettings settings) throws OldTableException {
        requireSuitableJava(Runtime.version().feature());
        PatientCalls calls = new PatientCalls(settings);
        try {
            return new OldTable(settings, calls);
        } catch (OldTableException e) {
            calls.close();
            throw e;
        }
    }

    static void requireSuitableJava(int feature) throws OldTableException {
        if (!HadoopsJava.includes(feature)) {
            throw new OldTableException("Accumulo's client does not run on Java " + feature
                    + ": it needs Java 17 to 23; set JAVA_HOME to one of them");
        }
    }

    /**
     * Writes all that is in the table now as an export; whatever cannot be in it is skipped.
     *
     * @param expire entries untouched for twice this long are skipped; zero: none
     * @param skipped is told of each entry that is skipped, but for those that are too old
     * @return how many entries were {@code read}, {@code exported}, {@code deleted} among these, and skipped:
     *     {@code doubled}, {@code aged}, {@code broken}
     * @throws OldTableException if it cannot be read, or none of the entries is one of today's server; the export is
     *     then cut short
     */
    public Map<String, Long> export(OutputStream out, Duration expire, Consumer<String> skipped)
            throws OldTableException {
        String name = settings.table()
                + COPY
                + Integer.toHexString(ThreadLocalRandom.current().nextInt());
        try (TableCopy copy = TableCopy.of(settings.table(), name, client, calls)) {
            OldEntries entries = new OldEntries(
                    new ExportWriter(out), new SkippedEntries(skipped), new Ageing(Instant.now(), expire));
            copy.scan((cell, content) -> {
                entries.take(cell, content);
                refuseOthers(entries.tally().of(Tally.Kind.READ) == SAMPLE, entries.tally());
            });
            refuseOthers(entries.tally().of(Tally.Kind.READ) > 0, entries.tally());
            return entries.end().byName();
        } catch (IOException e) {
            throw new OldTableException("the export cannot be written: " + e.getMessage(), e);
        }
    }

    private void refuseOthers(boolean looked, Tally tally) throws OldTableException {
        long read = tally.of(Tally.Kind.READ);
        if (looked && read == tally.of(Tally.Kind.BROKEN)) {
            throw new OldTableException("the table " + settings.table() + " is not one of today's server: none of its "
                    + (read == SAMPLE ? "first " : "") + read + " entries is");
        }
    }

    private AccumuloClient connected() throws OldTableException, AccumuloException, AccumuloSecurityException {
        AccumuloClient connecting = Accumulo.newClient().from(settings.client()).build();
        boolean good = false;
        try {
            requireInstance(connecting);
            check(connecting);
            good = true;
            return connecting;
        } catch (TableNotFoundException e) {
            throw Failures.of(settings, e);
        } finally {
            if (!good) {
                connecting.close();
            }
        }
    }

    /** The first question goes to ZooKeeper alone. */
    private void requireInstance(AccumuloClient connecting) throws OldTableException {
        try {
            connecting.instanceOperations().getInstanceId();
        } catch (RuntimeException e) {
            throw new OldTableException(
                    "the ZooKeepers at " + settings.zookeepers() + " know no instance " + settings.instance(), e);
        }
    }

    private void check(AccumuloClient connecting)
            throws OldTableException, AccumuloException, AccumuloSecurityException, TableNotFoundException {
        // The first answer that a wrong password gets.
        connecting.securityOperations().getUserAuthorizations(settings.user());
        if (connecting
                .tableOperations()
                .getTableProperties(settings.table())
                .containsKey(TableLayout.FORMAT_PROPERTY)) {
            throw new OldTableException("the table " + settings.table()
                    + " is one of this COMET, not of today's server: export and import move it");
        }
        connecting.tableOperations().list().stream()
                .filter(name -> name.startsWith(settings.table() + COPY))
                .forEach(name -> LOG.warn(
                        "the table {} is a copy that another import has made: delete it if none is running", name));
    }

    @Override
    public void close() {
        client.close();
        calls.close();
    }
}
