package org.orcacomet.store.accumulo.oldtable;

/**
 * Where a table of today's server is.
 *
 * @param zookeepers the ZooKeepers of its Accumulo, each with its port, and commas between them
 * @param instance the name of the instance
 * @param user who reads it
 * @param password the user's: a secret
 * @param table the name of the table
 */
public record OldTableSettings(String zookeepers, String instance, String user, String password, String table) {
    /** All but the password. */
    @Override
    public String toString() {
        return "table " + table + " of " + instance + " at " + zookeepers + " as " + user;
    }
}
