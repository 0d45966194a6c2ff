package org.orcacomet.store.accumulo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the scopes are kept, and how long a call may take.
 *
 * @param login to Accumulo
 * @param table the scopes' table
 * @param calls their limits
 */
public record AccumuloSettings(Login login, Table table, Calls calls) {
    /** The name of the table if none is given. */
    public static final String TABLE = "comet";

    /** In how many tablets a new table begins. */
    public static final int SPLITS = 16;

    /** How long a call may take, in milliseconds: less than clients wait, so that they are told and need not guess. */
    public static final long CALL_TIMEOUT_MS = 4_000;

    /** How many calls go on at a time. */
    public static final int CALLS_MAX = 128;

    /** What is not said is the default. */
    public static AccumuloSettings of(Login login) {
        return new AccumuloSettings(
                login,
                new Table(TABLE, SPLITS, Optional.empty()),
                new Calls(Duration.ofMillis(CALL_TIMEOUT_MS), CALLS_MAX));
    }

    /** The same, with this table. */
    public AccumuloSettings with(Table other) {
        return new AccumuloSettings(login, other, calls);
    }

    /** The same, with these limits. */
    public AccumuloSettings with(Calls other) {
        return new AccumuloSettings(login, table, other);
    }

    /**
     * Who logs in, and where.
     *
     * @param zookeepers each with its port, and commas between them
     * @param instance the name of the Accumulo instance
     * @param user the Accumulo user; empty if the client file names it
     * @param password the user's; empty if the client file says how to log in
     * @param clientFile a file with Accumulo's own client properties
     */
    public record Login(
            String zookeepers, String instance, String user, Optional<Password> password, Optional<Path> clientFile) {
        /**
         * A login.
         *
         * @throws IllegalArgumentException if a part of it is missing; the message names its property
         */
        public Login {
            require(!zookeepers.isBlank(), "zookeepers is missing: name the hosts and ports of Accumulo's ZooKeepers");
            require(!instance.isBlank(), "instance is missing: name Accumulo's instance");
            require(
                    password.isPresent() || clientFile.isPresent(),
                    "exactly one of .password and password.file must be set, or client.file say how to log in");
            require(!user.isBlank() || password.isEmpty(), "user is missing: name the user whose password is set");
        }

        /** The login of this user with his password. */
        public static Login of(String zookeepers, String instance, String user, Password password) {
            return new Login(zookeepers, instance, user, Optional.of(password), Optional.empty());
        }
    }

    /**
     * The table of the scopes.
     *
     * @param name its name
     * @param splits in how many tablets it begins if it is not there yet, from 1 to 256
     * @param ageing when tablet servers drop records by themselves; empty: never
     */
    public record Table(String name, int splits, Optional<Ageing> ageing) {
        /**
         * A table.
         *
         * @throws IllegalArgumentException if its name or the number of its tablets is not allowed
         */
        public Table {
            require(name.matches("(\\w+\\.)?\\w+"), "table is no name of a table: letters, digits and _ alone");
            require(splits >= 1 && splits <= 256, "splits must be from 1 to 256");
        }
    }

    /**
     * When the filter in the tablet servers drops what nobody has touched.
     *
     * @param records a record's time; zero: never
     * @param tombstones a tombstone's time; zero: never
     */
    public record Ageing(Duration records, Duration tombstones) {
        /**
         * Two times.
         *
         * @throws IllegalArgumentException if one is negative
         */
        public Ageing {
            require(!records.isNegative() && !tombstones.isNegative(), "ageing.filter's times must not be negative");
        }

        /** Whether the time of anything is ever over. */
        public boolean isEver() {
            return !records.isZero() || !tombstones.isZero();
        }
    }

    /**
     * The limits of calls.
     *
     * @param timeout after it a call is given up
     * @param max so many go on at a time
     */
    public record Calls(Duration timeout, int max) {
        /**
         * Limits.
         *
         * @throws IllegalArgumentException if one is out of its range
         */
        public Calls {
            require(timeout.toMillis() >= 100, "call.timeout.ms must be at least 100");
            require(max >= 1 && max <= 10_000, "calls.max must be from 1 to 10000");
        }
    }

    private static void require(boolean holds, String violation) {
        if (!holds) {
            throw new IllegalArgumentException(violation);
        }
    }
}
