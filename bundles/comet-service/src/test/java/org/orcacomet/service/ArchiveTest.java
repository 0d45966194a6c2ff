package org.orcacomet.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orcacomet.store.testkit.Samples.NOON;
import static org.orcacomet.store.testkit.Samples.TOKENS;
import static org.orcacomet.store.testkit.Samples.alone;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orcacomet.api.CometDenied;
import org.orcacomet.api.CometRejected;
import org.orcacomet.api.CometUnavailable;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Revision;
import org.orcacomet.store.Change;
import org.orcacomet.store.MemoryScopeStore;
import org.orcacomet.store.ScopeStore;

class ArchiveTest {
    private static final int CONTEXTS = 30;
    private static final Caller BACKUP = trusted("CN=backup");

    private final MemoryScopeStore from = new MemoryScopeStore();
    private final MemoryScopeStore to = new MemoryScopeStore();

    private static Caller trusted(String subject) {
        return Caller.trusted(CallerIdentity.of(subject, "fingerprint"));
    }

    private static ServiceSettings settings(String admins) {
        return ServiceSettings.defaults().withAdmins(TrustedSubjects.ofAdmins(List.of(admins.split(";"))));
    }

    private static CometService service(ScopeStore store, ServiceSettings settings) {
        return new CometService(store, () -> settings, Clock.systemUTC());
    }

    private static Archive archive(ScopeStore store) throws CometDenied {
        return service(store, settings("CN=backup")).archive(BACKUP);
    }

    private byte[] export() throws Exception {
        for (int i = 0; i < CONTEXTS; i++) {
            from.apply(alone(creation(key("slice" + i, "users", "vm"), "[]")));
        }
        from.apply(alone(Change.deletion(from.read(key("slice0", "users", "vm")).orElseThrow(), NOON.plusSeconds(9))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(archive(from).exportTo(out)).isEqualTo(new Transferred(CONTEXTS, CONTEXTS, CONTEXTS));
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CN=backup           | true
                    cn=Backup           | true
                    CN=x,O=a;CN=backup  | true
                    ' '                 | false
                    CN=other            | false
                    """)
    void archive_isForListedSubjectsAlone(String admins, boolean allowed) {
        assertArchive(settings(admins), BACKUP, allowed);
    }

    @Test
    void archive_takesATrustedCallerEvenWhereChecksAreOff() {
        ServiceSettings unchecked = settings("CN=backup").with(new Switches(false, false, true));
        CallerIdentity identity = CallerIdentity.of("CN=backup", "fingerprint");
        assertArchive(unchecked, Caller.trusted(identity), true);
        assertArchive(unchecked, Caller.valid(identity), false);
        assertArchive(unchecked, Caller.anonymous(), false);
        assertArchive(unchecked.with(TrustedSubjects.of(List.of("CN=orca"))), BACKUP, false);
        assertArchive(ServiceSettings.defaults().with(new Switches(false, false, true)), BACKUP, false);
    }

    private void assertArchive(ServiceSettings settings, Caller caller, boolean allowed) {
        if (allowed) {
            assertThatCode(() -> service(from, settings).archive(caller)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> service(from, settings).archive(caller))
                    .isInstanceOf(CometDenied.class)
                    .hasMessage("the certificate or a token does not allow this");
        }
    }

    @Test
    void restoreFrom_takesAllAsItIs() throws Exception {
        byte[] export = export();
        assertThat(archive(to).restoreFrom(new ByteArrayInputStream(export)))
                .isEqualTo(new Transferred(CONTEXTS, CONTEXTS, CONTEXTS));
        for (int i = 0; i < CONTEXTS; i++) {
            ContextId context = ContextId.parse("slice" + i);
            assertThat(to.list(context)).isEqualTo(from.list(context));
        }
    }

    @Test
    void restoreFrom_canBeRepeatedAndKeepsWhatIsNewer() throws Exception {
        byte[] export = export();
        archive(to).restoreFrom(new ByteArrayInputStream(export));
        Revision newer = to.apply(
                alone(Change.deletion(to.read(key("slice1", "users", "vm")).orElseThrow(), NOON)));
        Transferred again = archive(to).restoreFrom(new ByteArrayInputStream(export));
        assertThat(again).isEqualTo(new Transferred(CONTEXTS, CONTEXTS, 0));
        assertThat(again.kept()).isEqualTo(CONTEXTS);
        assertThat(to.read(key("slice1", "users", "vm")).orElseThrow().revision())
                .isEqualTo(newer);
    }

    @Test
    void restoreFrom_saysOfADamagedExportHowMuchWasTaken() throws Exception {
        byte[] export = export();
        InputStream cut = new ByteArrayInputStream(Arrays.copyOf(export, export.length - 200));
        assertThatThrownBy(() -> archive(to).restoreFrom(cut))
                .isInstanceOf(CometRejected.class)
                .hasMessage("the export: it is cut short after 29 records; 29 were taken");
        assertThatThrownBy(() -> archive(to).restoreFrom(InputStream.nullInputStream()))
                .hasMessage("the export: it is empty; 0 were taken");
    }

    @Test
    void restoreFrom_saysWhereTheStoreFailsHowMuchWasTaken() throws Exception {
        byte[] export = export();
        AtomicInteger calls = new AtomicInteger();
        ScopeStore failing = new BrokenStore(to, () -> calls.incrementAndGet() == 10);
        assertThatThrownBy(() -> archive(failing).restoreFrom(new ByteArrayInputStream(export)))
                .isInstanceOf(CometUnavailable.class)
                .hasMessageMatching("the store cannot answer now; (9|1\\d) were taken");
    }

    @Test
    void exportTo_endsWhereTheStoreOrTheStreamFails() throws Exception {
        export();
        ScopeStore broken = new BrokenStore(from, () -> true);
        assertThatThrownBy(() -> archive(broken).exportTo(OutputStream.nullOutputStream()))
                .isInstanceOf(CometUnavailable.class);
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("the disk is full");
            }
        };
        assertThatThrownBy(() -> archive(from).exportTo(full)).hasMessage("the disk is full");
        assertThat(from.read(key("slice1", "users", "vm")).orElseThrow().guard().admits(TOKENS))
                .isTrue();
    }
}
