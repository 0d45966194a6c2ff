package org.orcacomet.accumulo.cluster;

import java.util.Locale;

/** What the process can be told to do: a word that both its sides know, and whoever tells it needs no Accumulo for. */
enum Command {
    KILL_TSERVER,
    START_TSERVER,
    FREEZE_TSERVER,
    THAW_TSERVER,
    STOP_ZOOKEEPER,
    START_ZOOKEEPER,
    FREEZE_ZOOKEEPER,
    THAW_ZOOKEEPER;

    /** The command of this line, such as {@code kill-tserver}. */
    static Command parse(String line) {
        return valueOf(line.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** Its line. */
    String line() {
        return name().replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
