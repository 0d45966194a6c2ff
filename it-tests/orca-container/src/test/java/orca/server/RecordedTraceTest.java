package orca.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import orca.operator.OrcaHome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in does what ORCA was seen to do. */
class RecordedTraceTest {
    private static final String RID = "2008da48";
    private static final String[] MODIFY = {"modify.subcommand.1=modify.addiface", "modify.1.mac=fe"};

    private OrcaHome home;

    @BeforeEach
    void install(@TempDir Path folder) throws Exception {
        home = OrcaHome.in(folder.resolve("home"))
                .set("admin.plugin.rec", "rec-package,1")
                .install(Archive.recording(folder));
    }

    /** Sooner or later: the authority and the broker purge a reservation each in its own time. */
    private void sameAs(String recorded) throws Exception {
        TraceLines expected = TraceLines.recorded(recorded);
        await().atMost(Booted.LONG).untilAsserted(() -> {
            TraceLines ours = TraceLines.ours(home.trace());
            assertThat(ours.authority()).isEqualTo(expected.authority());
            assertThat(ours.broker()).isEqualTo(expected.broker());
            assertThat(ours.main()).isEqualTo(expected.main());
            assertThat(ours.calls()).isEqualTo(expected.calls());
        });
    }

    @Test
    void slice_isJoinedModifiedAndClosed() throws Exception {
        try (Booted orca = joined()) {
            modify(orca);
            orca.process().order("close " + RID);
            sameAs("fresh");
        }
    }

    private Booted joined(String... properties) throws Exception {
        Booted orca = Booted.ready(home);
        orca.redeem(RID, properties);
        orca.awaitState(RID, "[Active, None]");
        return orca;
    }

    private void modify(Booted orca) throws Exception {
        orca.modify(RID, MODIFY);
        orca.awaitTrace("modify end of task");
        orca.awaitState(RID, "[Active, None]");
    }

    @Test
    void recovery_keepsWhatIsActive() throws Exception {
        try (Booted orca = joined()) {
            modify(orca);
        }
        try (Booted orca = Booted.ready(home)) {
            orca.process().order("close " + RID);
            sameAs("recovery");
        }
    }

    @Test
    void join_thatFailsHasNoLeave() throws Exception {
        try (Booted orca = Booted.ready(home)) {
            orca.redeem(RID, "rec.fail=yes", "unit.id=C870CA27");
            orca.awaitState(RID, "[Failed, None]");
            assertThat(orca.process().order("state " + RID))
                    .endsWith(
                            "all units failed priming: Exception during join for unit: C870CA27 boom from handler join");
            sameAs("failing-join");
            orca.process().order("close " + RID);
            sameAs("failing-join-closed");
        }
    }

    @Test
    void join_thatIsKilledBecomesALeave() throws Exception {
        try (Booted orca = Booted.ready(home)) {
            orca.process().order("halt join-started");
            orca.redeem(RID);
            orca.process().status();
        }
        sameAs("join-killed");
        try (Booted orca = Booted.ready(home)) {
            orca.awaitState(RID, "[Closed, None]");
            orca.process().order("close " + RID);
            sameAs("join-killed-recovery");
        }
    }

    @Test
    void modify_thatIsKilledBecomesALeave() throws Exception {
        try (Booted orca = joined()) {
            orca.process().order("halt modify-started");
            orca.modify(RID, MODIFY);
            orca.process().status();
        }
        sameAs("modify-killed");
        try (Booted orca = Booted.ready(home)) {
            orca.awaitState(RID, "[Closed, None]");
            sameAs("modify-killed-recovery");
        }
    }

    @Test
    void leave_thatIsKilledIsNeverMadeGood() throws Exception {
        try (Booted orca = joined()) {
            orca.process().order("halt leave-started");
            orca.process().order("close " + RID);
            orca.process().status();
        }
        sameAs("leave-killed");
        try (Booted orca = Booted.ready(home)) {
            orca.process().order("close " + RID);
            orca.process().order("actors");
            assertThat(orca.process().order("state " + RID)).startsWith("[Active, Closing]");
        }
        assertThat(TraceLines.ours(home.trace()).authority())
                .isEqualTo(TraceLines.recorded("leave-killed-recovery").authority());
    }
}
