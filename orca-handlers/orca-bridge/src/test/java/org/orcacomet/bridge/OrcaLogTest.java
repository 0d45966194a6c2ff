package org.orcacomet.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.log4j.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orcacomet.orca.spi.LogSink.Level;

class OrcaLogTest {
    private static final String JOURNAL = "org.orcacomet.journal.Journal";

    private final OrcaLog log = OrcaLog.under("orca");

    @ParameterizedTest
    @EnumSource(Level.class)
    void entry_comesOutBelowOrcasRootLogger_underItsOwnName(Level level) {
        Logger.getLogger("orca").setLevel(org.apache.log4j.Level.ALL);
        try (CapturedLog captured = new CapturedLog()) {
            log.log(level, JOURNAL, "what {} happened", new IllegalStateException());
            assertThat(captured.lines()).containsExactly(level + " orca.comet." + JOURNAL + " what {} happened");
        }
    }

    @Test
    void level_isEnabled_asOrcaSays() {
        Logger.getLogger("orca").setLevel(org.apache.log4j.Level.INFO);
        assertThat(log.isEnabled(Level.ERROR, JOURNAL)).isTrue();
        assertThat(log.isEnabled(Level.WARN, JOURNAL)).isTrue();
        assertThat(log.isEnabled(Level.INFO, JOURNAL)).isTrue();
        assertThat(log.isEnabled(Level.DEBUG, JOURNAL)).isFalse();
        assertThat(log.isEnabled(Level.TRACE, JOURNAL)).isFalse();
    }

    @Test
    void frameworkEvents_areForADeveloper_unlessTheyAreTrouble() {
        Logger.getLogger("orca").setLevel(org.apache.log4j.Level.INFO);
        try (CapturedLog captured = new CapturedLog()) {
            log.log(Level.INFO, "Events.Bundle.journal", "BundleEvent STARTED", null);
            log.log(Level.ERROR, "Events.Framework.journal", "FrameworkEvent ERROR", null);
            assertThat(captured.lines())
                    .containsExactly("ERROR orca.comet.Events.Framework.journal FrameworkEvent ERROR");
        }
        assertThat(log.isEnabled(Level.INFO, "Events.Bundle.journal")).isFalse();
    }

    @Test
    void lastError_isKept() {
        assertThat(log.lastError()).isEmpty();
        log.log(Level.ERROR, JOURNAL, "the disk is full", null);
        log.log(Level.INFO, JOURNAL, "later", null);
        assertThat(log.lastError()).isEqualTo("the disk is full");
    }

    @Test
    void lastError_isItsFirstCause() {
        Throwable cause = new java.io.IOException("the journal is in use");
        log.log(Level.ERROR, JOURNAL, "a component does not start", new IllegalStateException("wrapped", cause));
        assertThat(log.lastError()).isEqualTo("the journal is in use");
    }
}
