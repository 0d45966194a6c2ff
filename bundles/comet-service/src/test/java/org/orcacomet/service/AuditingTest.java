package org.orcacomet.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.orcacomet.store.testkit.Samples.key;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometUnavailable;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.api.WriteBatch;
import org.orcacomet.audit.AuditEntry;
import org.orcacomet.audit.AuditLog;
import org.orcacomet.audit.AuditSettings;
import org.orcacomet.audit.AuditVerify;
import org.orcacomet.service.admin.Administration;
import org.orcacomet.store.MemoryScopeStore;
import org.orcacomet.store.ScopeStore;

/** What the audit has of each call. */
class AuditingTest {
    private static final String MARK = "Marked";
    private static final ScopeKey KEY = key("slice", "users", "vm1");
    private static final ScopeKey OTHER = key("slice", "routes", "vm1");
    private static final TokenPair TOKENS = pair("MarkedRead1", "MarkedWrite1");
    private static final TokenPair WRONG = pair("MarkedRead2", "MarkedWrite2");
    private static final TokenPair WEAK = pair("MarkedWeak", "MarkedWeak");
    private static final ScopeValue VALUE = ScopeValue.of("MarkedValue");
    private static final CallerIdentity OPERATOR = CallerIdentity.of("CN=operator,O=site", "ab12");

    @TempDir
    Path dir;

    private final AtomicBoolean down = new AtomicBoolean();
    private final ScopeStore store = new BrokenStore(new MemoryScopeStore(), down::get);
    private AuditLog audit;

    private static TokenPair pair(String read, String write) {
        return TokenPair.of(TokenCodec.readToken(read), TokenCodec.writeToken(write));
    }

    private CometService service(long reserve) throws IOException {
        audit = AuditLog.open(new AuditSettings(dir.resolve("audit"), 1 << 20, 0, reserve));
        ServiceSettings settings =
                ServiceSettings.defaults().withAdmins(TrustedSubjects.ofAdmins(List.of("CN=operator,O=site")));
        return new CometService(store, () -> settings, Clock.systemUTC(), Optional.of(audit));
    }

    @AfterEach
    void close() throws IOException {
        audit.close();
    }

    private static ScopeWrite write(ScopeKey key, TokenPair tokens) {
        return ScopeWrite.of(key, tokens, VALUE);
    }

    /** A word for each line, the oldest first. */
    private List<String> lines() throws Exception {
        List<String> lines = new ArrayList<>();
        audit.latest(Optional.empty(), 1000).forEach(entry -> lines.add(0, line(entry)));
        return lines;
    }

    private static String line(AuditEntry entry) {
        return String.join(
                        " ",
                        entry.author().standing(),
                        entry.change().call().word(),
                        entry.change().context(),
                        entry.change().family(),
                        entry.change().key(),
                        entry.ending().outcome(),
                        entry.ending().revision() == 0
                                ? ""
                                : String.valueOf(entry.ending().revision()))
                .replaceAll(" +", " ")
                .trim();
    }

    private static void refused(ThrowingCallable call) {
        assertThat(catchThrowable(call)).isNotNull();
    }

    @Test
    void changes_haveALineEachWithWhatCameOfThem() throws Exception {
        Comet comet = service(1 << 20).as(Caller.trusted(OPERATOR));
        comet.write(write(KEY, TOKENS));
        comet.writeAll(WriteBatch.of(List.of(write(KEY, TOKENS), write(OTHER, TOKENS))));
        comet.delete(OTHER, TOKENS, Precondition.none());
        comet.delete(OTHER, TOKENS, Precondition.none());
        comet.read(KEY, TOKENS.read());
        comet.enumerate(KEY.context(), TOKENS.read());
        assertThat(lines())
                .containsExactly(
                        "trusted write slice users vm1 done 1",
                        "trusted batch slice users vm1 done 2",
                        "trusted batch slice routes vm1 done 2",
                        "trusted delete slice routes vm1 done 3",
                        "trusted delete slice routes vm1 done");
        AuditEntry last = audit.latest(Optional.empty(), 1).get(0);
        assertThat(last.author().subject()).isEqualTo("CN=operator,O=site");
        assertThat(last.author().keyFingerprint()).isEqualTo("ab12");
    }

    @Test
    void refusals_haveALineEachThatSaysOfWhatKind() throws Exception {
        CometService service = service(1 << 20);
        Comet comet = service.as(Caller.trusted(OPERATOR));
        Comet valid = service.as(Caller.valid(OPERATOR));
        comet.write(write(KEY, TOKENS));
        refused(() -> comet.write(write(KEY, WRONG)));
        refused(() -> valid.delete(KEY, TOKENS, Precondition.none()));
        refused(() -> service.as(Caller.anonymous()).write(write(OTHER, TOKENS)));
        refused(() -> comet.write(write(KEY, TOKENS).when(Precondition.is(Revision.of(9)))));
        refused(() -> comet.write(write(OTHER, WEAK)));
        refused(() -> comet.writeAll(WriteBatch.of(List.of(write(KEY, TOKENS), write(OTHER, WEAK)))));
        down.set(true);
        refused(() -> comet.write(write(KEY, TOKENS)));
        assertThat(lines())
                .containsExactly(
                        "trusted write slice users vm1 done 1",
                        "trusted write slice users vm1 denied",
                        "valid delete slice users vm1 denied",
                        "anonymous write slice routes vm1 denied",
                        "trusted write slice users vm1 conflict",
                        "trusted write slice routes vm1 rejected",
                        "trusted batch slice rejected",
                        "trusted write slice users vm1 unavailable");
    }

    @Test
    void administrators_haveALineForWhatTheyChange() throws Exception {
        CometService service = service(1 << 20);
        service.as(Caller.trusted(OPERATOR)).write(write(KEY, TOKENS));
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        service.archive(Caller.trusted(OPERATOR)).exportTo(export);
        Administration administration = service.administration(Caller.trusted(OPERATOR));
        administration.stats();
        administration.purge(KEY.context());
        refused(() -> administration.purge(ContextId.parse("other")));
        service.archive(Caller.trusted(OPERATOR)).restoreFrom(new ByteArrayInputStream(export.toByteArray()));
        refused(() -> service.archive(Caller.trusted(OPERATOR)).restoreFrom(new ByteArrayInputStream(new byte[9])));
        refused(() -> service.administration(Caller.valid(OPERATOR)));
        refused(() -> service.archive(Caller.anonymous()));
        assertThat(lines())
                .containsExactlyInAnyOrder(
                        "trusted write slice users vm1 done 1",
                        "trusted purge slice done",
                        "trusted purge other rejected",
                        "trusted import done",
                        "trusted import rejected",
                        "valid admin denied",
                        "anonymous admin denied");
        assertThat(administration.changes(Optional.of(KEY.context()), 10)).hasSize(2);
    }

    @Test
    void audit_hasNoTokenAndNoValueWhateverComes() throws Exception {
        refusals_haveALineEachThatSaysOfWhatKind();
        Path file = dir.resolve("audit/audit.log");
        assertThat(Files.readString(file)).contains("slice").doesNotContain(MARK);
        assertThat(AuditVerify.files(List.of(file)).fault()).isEmpty();
    }

    @Test
    void changes_areRefusedAndReadsAreNotWhereTheAuditsDiskIsFull() throws Exception {
        service(1 << 20).as(Caller.trusted(OPERATOR)).write(write(KEY, TOKENS));
        audit.close();
        CometService service = service(1L << 60);
        Comet comet = service.as(Caller.trusted(OPERATOR));
        String sentence = audit.fault().orElseThrow();
        for (ThrowingCallable change : Stream.<ThrowingCallable>of(
                        () -> comet.write(write(KEY, TOKENS)),
                        () -> comet.writeAll(WriteBatch.of(List.of(write(OTHER, TOKENS)))),
                        () -> comet.delete(KEY, TOKENS, Precondition.none()),
                        () -> service.administration(Caller.trusted(OPERATOR)).purge(KEY.context()),
                        () -> service.archive(Caller.trusted(OPERATOR))
                                .restoreFrom(new ByteArrayInputStream(new byte[0])))
                .toList()) {
            assertThatThrownBy(change).isInstanceOf(CometUnavailable.class).hasMessage(sentence);
        }
        assertThat(comet.read(KEY, TOKENS.read()).text()).contains("MarkedValue");
        assertThat(service.report().failed()).containsExactly(Finding.failed("audit", sentence));
        assertThat(service.administration(Caller.trusted(OPERATOR)).changes(Optional.empty(), 10))
                .hasSize(1);
    }

    @Test
    void changes_areNotToldWhereThereIsNoAudit() throws Exception {
        service(1 << 20);
        ServiceSettings settings =
                ServiceSettings.defaults().withAdmins(TrustedSubjects.ofAdmins(List.of("CN=operator,O=site")));
        CometService without = new CometService(store, () -> settings, Clock.systemUTC());
        assertThatThrownBy(
                        () -> without.administration(Caller.trusted(OPERATOR)).changes(Optional.empty(), 1))
                .hasMessage("this service has no audit");
    }
}
