package org.orcacomet.store.accumulo.internal;

import java.io.IOException;

/**
 * A store that cannot be opened. The message is one sentence for the operator: what is wrong, and what to do. What
 * led to it is suppressed, not the cause, so that this sentence is the last word.
 */
public final class StoreUnusable extends IOException {
    private static final long serialVersionUID = 1L;
    private static final String PID = "org.orcacomet.store.accumulo";

    private final boolean passing;

    private StoreUnusable(String message) {
        this(message, false);
    }

    private StoreUnusable(String message, boolean passing) {
        super(message);
        this.passing = passing;
    }

    /** Whether it may pass by itself within a moment: a table that is being made is seen before all of it is there. */
    boolean mayPass() {
        return passing;
    }

    private StoreUnusable because(Exception reason) {
        addSuppressed(reason);
        return this;
    }

    /** The configuration is wrong; the violation names the property. */
    public static StoreUnusable misconfigured(String violation) {
        return new StoreUnusable("The store on Accumulo is not configured: in " + PID + ", " + violation + ".");
    }

    /** A file of the configuration cannot be read. */
    public static StoreUnusable unreadable(String property, Exception reason) {
        return new StoreUnusable("The store on Accumulo is not configured: the file of " + property + " of " + PID
                        + " cannot be read.")
                .because(reason);
    }

    static StoreUnusable unsuitableJava(int feature) {
        return new StoreUnusable("The store on Accumulo does not run on Java " + feature
                + ": Hadoop's client needs Java 17 to 23; set JAVA_HOME to one of them.");
    }

    static StoreUnusable denied(String user, Exception reason) {
        return new StoreUnusable("Accumulo does not let the user " + user
                        + " in: set user, and .password or password.file, of " + PID + " to what Accumulo knows.")
                .because(reason);
    }

    static StoreUnusable notPermitted(String user, String table, String permission) {
        return new StoreUnusable(
                "Accumulo's user " + user + " may not use the table " + table + ": grant " + permission
                        + " to it, in Accumulo's shell.",
                true);
    }

    static StoreUnusable foreign(String table) {
        return new StoreUnusable(
                "The table " + table + " was not made by this service: set table of " + PID
                        + " to another name, and it is made.",
                true);
    }

    static StoreUnusable oldTable(String table) {
        return new StoreUnusable("The table " + table + " is of today's COMET server: set table of " + PID
                + " to another name, and copy its scopes there by ./comet import-old-table.");
    }

    static StoreUnusable otherFormat(String table, String format) {
        return new StoreUnusable("The table " + table + " is of format " + format + ", and this service reads format "
                + TableLayout.FORMAT + " alone: run the release that made it, or set table of " + PID
                + " to another name.");
    }

    static StoreUnusable otherSettings(String table, String setting, String expected) {
        return new StoreUnusable("The table " + table + " has other settings than its scopes need: set " + setting
                + " to " + expected + " in Accumulo's shell, or set table of " + PID + " to another name.");
    }

    static StoreUnusable noFilter() {
        return new StoreUnusable(
                "Accumulo's tablet servers do not have the ageing filter: put accumulo-ageing-VERSION.jar"
                        + " into the lib/ of each and start them anew, or set ageing.filter.records.ms and"
                        + " ageing.filter.tombstones.ms of " + PID + " to 0.");
    }
}
