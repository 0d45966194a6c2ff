package org.orcacomet.orca.controller;

import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;
import static java.util.Collections.singletonMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenGenerator;
import org.orcacomet.api.TokenPair;
import org.orcacomet.journal.Journal;
import org.orcacomet.journal.JournalException;
import org.orcacomet.journal.JournalSettings;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.SliceAnswer;
import org.orcacomet.orca.spi.SliceReservation;

class SliceScopesTest {
    private static final String READ = "slice.comet.readToken";
    private static final String WRITE = "slice.comet.writeToken";
    private static final SliceSettings BOTH = SliceSettings.of(true, true);
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final SliceReservation NODE0 = vm("r0", "Node0");
    private static final SliceReservation NODE1 = vm("r1", "Node1");
    private static final SliceReservation VLAN = SliceReservation.of("v0", "bbnNet.vlan", "");
    private final FakeComet comet = new FakeComet();

    @TempDir
    Path folder;

    private Journal journal;
    private SliceScopes slices;

    private static SliceReservation vm(String id, String hostName) {
        return SliceReservation.of(id, "bbnvmsite.vm", hostName);
    }

    @BeforeEach
    void open() throws JournalException {
        journal = Journal.open(JournalSettings.in(folder).backingOff(Duration.ofMillis(5), Duration.ofMillis(50)));
        journal.payWith(comet);
        slices = slices(BOTH);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private SliceScopes slices(SliceSettings settings) {
        SliceScopes made = new SliceScopes(journal, settings);
        made.cometIsThere();
        return made;
    }

    private void payWith(FakeComet other) {
        journal.stopPayingWith(comet);
        journal.payWith(other);
    }

    @Test
    void reserve_writesAPlaceholderOfEachKind() throws LifecycleException {
        SliceAnswer answer = slices.reserve("s", asList(NODE0, VLAN), BOUND);
        assertThat(answer.owed()).isEmpty();
        assertThat(comet.names()).containsExactly("s/hostsall/r0", "s/pubkeysall/r0");
        assertThat(comet.scope("s/hostsall/r0").value().text())
                .contains("{\"val_\":\"[{\\\"hostName\\\":\\\"Node0\\\",\\\"ip\\\":\\\"\\\"}]\"}");
        assertThat(comet.scope("s/pubkeysall/r0").value().text())
                .contains("{\"val_\":\"[{\\\"publicKey\\\":\\\"\\\"}]\"}");
    }

    @Test
    void reserve_answersTheTokensThatGuardTheScopes() throws LifecycleException {
        SliceAnswer answer = slices.reserve("s", asList(NODE0, NODE1, VLAN), BOUND);
        for (String family : asList("hostsall", "pubkeysall")) {
            ScopeWrite scope = comet.scope("s/" + family + "/r1");
            assertThat(answer.properties("r1"))
                    .containsEntry(READ, TokenCodec.reveal(scope.tokens().read()))
                    .containsEntry(WRITE, TokenCodec.reveal(scope.tokens().write()));
        }
        assertThat(answer.properties("r0").get(READ))
                .isEqualTo(answer.properties("r1").get(READ));
        assertThat(answer.properties("r0").get(WRITE))
                .isNotEqualTo(answer.properties("r1").get(WRITE));
        assertThat(answer.properties("v0")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true,false,hosts", "false,true,pubkeys"})
    void reserve_doesWhatIsSwitchedOn(boolean hosts, boolean pubkeys, String on) throws LifecycleException {
        SliceAnswer answer = slices(SliceSettings.of(hosts, pubkeys)).reserve("s", singletonList(NODE0), BOUND);
        assertThat(comet.names()).containsExactly("s/" + on + "all/r0");
        assertThat(answer.properties("r0"))
                .containsOnlyKeys(READ, WRITE, "unit.comet." + on + ".group.read", "unit.comet." + on + ".group.write")
                .containsEntry("unit.comet." + on + ".group.read", "all")
                .containsEntry("unit.comet." + on + ".group.write", "all");
    }

    @Test
    void reserve_doesNothingWithBothSwitchesOff() throws LifecycleException {
        SliceScopes off = slices(SliceSettings.of(false, false).configured(singletonMap("comethost", "https://h")));
        off.probe("s", BOUND);
        assertThat(off.reserve("s", singletonList(NODE0), BOUND).properties("r0"))
                .isEmpty();
        assertThat(comet.changes()).isZero();
        assertThat(journal.status().claims()).isZero();
    }

    @Test
    void reserve_doesNothingWithCometOff() throws LifecycleException {
        SliceScopes off = new SliceScopes(journal, BOTH);
        off.probe("s", BOUND);
        SliceAnswer answer = off.reserve("s", singletonList(NODE0), BOUND);
        assertThat(answer.properties("r0")).isEmpty();
        assertThat(answer.owed()).isEmpty();
        assertThat(journal.status().claims()).isZero();
        assertThat(off.health()).containsEntry("comet", "off");
    }

    @Test
    void reserve_worksWithCometConfiguredAndNotThereYet() throws LifecycleException {
        journal.stopPayingWith(comet);
        Map<String, String> properties = new HashMap<>();
        properties.put("comethost", "https://h");
        properties.put("comet.cacert", "ca.pem");
        properties.put("comet.clientkeystore", "client.jks");
        SliceScopes on = new SliceScopes(journal, BOTH.configured(properties));
        SliceAnswer answer = on.reserve("s", singletonList(NODE0), Duration.ofMillis(50));
        assertThat(answer.properties("r0")).containsKeys(READ, WRITE);
        assertThat(answer.owed()).containsExactly("s/hostsall/r0", "s/pubkeysall/r0");
        journal.payWith(comet);
        await().until(() -> comet.names().size() == 2);
    }

    @Test
    void halfAConfiguration_isAnErrorThatNamesWhatIsMissing() {
        SliceScopes half = new SliceScopes(journal, BOTH.configured(singletonMap("comethost", "https://h")));
        assertThatThrownBy(() -> half.probe("s", BOUND))
                .isInstanceOf(LifecycleException.class)
                .hasMessage("COMET is half configured: set comet.cacert, comet.clientkeystore as well, or none of its"
                        + " properties");
        assertThatThrownBy(() -> half.reserve("s", singletonList(NODE0), BOUND)).isInstanceOf(LifecycleException.class);
        assertThat(half.health()).containsEntry("comet", "half configured");
    }

    @Test
    void reserve_againChangesNothing() throws LifecycleException {
        SliceAnswer first = slices.reserve("s", asList(NODE0, NODE1), BOUND);
        int changes = comet.changes();
        SliceAnswer second = slices.reserve("s", asList(NODE0, NODE1), BOUND);
        assertThat(second.properties("r0")).isEqualTo(first.properties("r0"));
        assertThat(second.properties("r1")).isEqualTo(first.properties("r1"));
        assertThat(comet.changes()).isEqualTo(changes);
    }

    @Test
    void reserve_ofALaterModifyFindsTheReadTokenAfterARestart() throws Exception {
        String read = slices.reserve("s", singletonList(NODE0), BOUND)
                .properties("r0")
                .get(READ);
        journal.close();
        open();
        SliceAnswer later = slices.reserve("s", singletonList(NODE1), BOUND);
        assertThat(later.properties("r1")).containsEntry(READ, read);
        assertThat(slices.reserve("other", singletonList(NODE0), BOUND)
                        .properties("r0")
                        .get(READ))
                .isNotEqualTo(read);
    }

    @Test
    void reserve_leavesWhatAVmFilledIn() throws Exception {
        journal.stopPayingWith(comet);
        slices.reserve("s", singletonList(NODE0), Duration.ofMillis(20));
        ScopeWrite owed = journal.claim(scope("hostsall", "r0")).get().write().get();
        comet.write(ScopeWrite.of(owed.key(), owed.tokens(), ScopeValue.of("filled in")));
        journal.payWith(comet);
        assertThat(slices.reserve("s", singletonList(NODE0), BOUND).owed()).isEmpty();
        assertThat(comet.scope("s/hostsall/r0").value().text()).contains("filled in");
    }

    private static ScopeKey scope(String family, String key) {
        return ScopeKey.of(ContextId.parse("s"), Family.parse(family), EntryKey.parse(key));
    }

    @Test
    void reserve_ofManyThreadsAgreesOnOneReadToken() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch start = new CountDownLatch(1);
        List<Callable<SliceAnswer>> calls = IntStream.range(0, 8)
                .mapToObj(i -> (Callable<SliceAnswer>) () -> {
                    start.await();
                    return slices.reserve("s", asList(NODE0, vm("own" + i, "host" + i)), BOUND);
                })
                .collect(Collectors.toList());
        List<Future<SliceAnswer>> answers = calls.stream().map(threads::submit).collect(Collectors.toList());
        start.countDown();
        Set<Map<String, String>> ofNode0 = new HashSet<>();
        Set<String> readTokens = new HashSet<>();
        for (int i = 0; i < 8; i++) {
            SliceAnswer answer = answers.get(i).get(30, TimeUnit.SECONDS);
            ofNode0.add(answer.properties("r0"));
            readTokens.add(answer.properties("own" + i).get(READ));
        }
        threads.shutdown();
        assertThat(ofNode0).hasSize(1);
        assertThat(readTokens).hasSize(1);
    }

    @Test
    void reserve_takesAReservationThatIsNamedTwiceOnce() throws LifecycleException {
        SliceAnswer answer = slices.reserve("s", asList(NODE0, NODE0), BOUND);
        assertThat(answer.owed()).isEmpty();
        assertThat(TokenCodec.reveal(comet.scope("s/hostsall/r0").tokens().write()))
                .isEqualTo(answer.properties("r0").get(WRITE));
    }

    @Test
    void reserve_answersWithinItsBoundWhatIsStillOwed() throws LifecycleException {
        payWith(new FakeComet() {
            @Override
            void before(String call, ScopeKey key) throws CometException {
                throw CometCode.SERVICE_UNAVAILABLE.exception("the fake is down");
            }
        });
        SliceAnswer answer = slices.reserve("s", asList(NODE0, NODE1), Duration.ofMillis(100));
        assertThat(answer.owed())
                .containsExactly("s/hostsall/r0", "s/pubkeysall/r0", "s/hostsall/r1", "s/pubkeysall/r1");
        assertThat(answer.properties("r1")).containsKeys(READ, WRITE);
        payWith(comet);
        await().until(() -> comet.names().size() == 4);
    }

    @Test
    void reserve_withNoBoundBeginsTheWritesAndASecondCallWaitsForThem() throws LifecycleException {
        CountDownLatch answering = new CountDownLatch(1);
        FakeComet slow = new FakeComet() {
            @Override
            void before(String call, ScopeKey key) {
                await().until(() -> answering.await(20, TimeUnit.SECONDS));
            }
        };
        payWith(slow);
        SliceAnswer begun = slices.reserve("s", singletonList(NODE0), Duration.ZERO);
        assertThat(begun.owed()).containsExactly("s/hostsall/r0", "s/pubkeysall/r0");
        assertThat(begun.properties("r0")).containsKeys(READ, WRITE);
        answering.countDown();
        SliceAnswer waited = slices.reserve("s", singletonList(NODE0), BOUND);
        assertThat(waited.owed()).isEmpty();
        assertThat(waited.properties("r0")).isEqualTo(begun.properties("r0"));
        assertThat(slow.changes()).isEqualTo(2);
    }

    private static Map<String, String> stock(String read, String write) {
        Map<String, String> properties = new HashMap<>();
        properties.put(READ, read);
        properties.put(WRITE, write);
        properties.put("unit.comet.hosts.group.write", "all");
        properties.put("unit.comet.pubkeys.group.write", "all");
        properties.put("unit.hostname", "Node0");
        return properties;
    }

    @Test
    void reserve_adoptsTheReadTokenOfAStockSlice() throws LifecycleException {
        SliceReservation known = NODE0.having(singletonMap(READ, "stockRead0"));
        SliceAnswer answer = slices.reserve("s", asList(NODE1, known), BOUND);
        assertThat(answer.properties("r1")).containsEntry(READ, "stockRead0");
        assertThat(answer.properties("r0")).containsEntry(READ, "stockRead0");
        assertThat(answer.properties("r1").get(WRITE))
                .isNotEqualTo(answer.properties("r0").get(WRITE));
    }

    @Test
    void reserve_adoptsBothTokensOfAStockReservationAndLeavesItsScopes() throws Exception {
        ScopeWrite stock = ScopeWrite.of(
                scope("hostsall", "r0"),
                TokenPair.of(TokenCodec.readToken("stockRead0"), TokenCodec.writeToken("stockWrite")),
                ScopeValue.of("filled in"));
        comet.write(stock);
        SliceAnswer answer = slices.reserve("s", singletonList(NODE0.having(stock("stockRead0", "stockWrite"))), BOUND);
        assertThat(answer.owed()).isEmpty();
        assertThat(answer.properties("r0")).containsEntry(READ, "stockRead0").containsEntry(WRITE, "stockWrite");
        assertThat(comet.scope("s/hostsall/r0").value().text()).contains("filled in");
    }

    @Test
    void reserve_trustsTheJournalMoreThanProperties() throws LifecycleException {
        SliceAnswer first = slices.reserve("s", singletonList(NODE0), BOUND);
        SliceReservation other = NODE0.having(stock("otherRead0", "otherWrite"));
        assertThat(slices.reserve("s", asList(other, NODE1), BOUND).properties("r0"))
                .isEqualTo(first.properties("r0"));
        assertThat(slices.reserve("s", singletonList(NODE1), BOUND).properties("r1"))
                .containsEntry(READ, first.properties("r0").get(READ));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void reserve_takesABlankTokenForNone(String blank) throws LifecycleException {
        SliceReservation known = NODE0.having(stock(blank, blank));
        assertThat(slices.reserve("s", singletonList(known), BOUND).properties("r0"))
                .hasEntrySatisfying(READ, read -> assertThat(read).isNotBlank());
    }

    @Test
    void release_deletesTheScopesOfAStockReservationWithItsTokens() throws Exception {
        TokenPair tokens = TokenPair.of(TokenCodec.readToken("stockRead0"), TokenCodec.writeToken("stockWrite"));
        for (String family : asList("hostsall", "pubkeysall", "users")) {
            comet.write(ScopeWrite.of(scope(family, "r0"), tokens, ScopeValue.of("v")));
        }
        slices.release("s", NODE0.having(stock("stockRead0", "stockWrite")));
        await().until(() -> journal.status().claims() == 0);
        assertThat(comet.names()).containsExactly("s/users/r0");
    }

    @Test
    void release_trustsTheJournalMoreThanProperties() throws LifecycleException {
        slices.reserve("s", singletonList(NODE0), BOUND);
        slices.release("s", NODE0.having(stock("otherRead0", "otherWrite")));
        await().until(() -> journal.status().claims() == 0);
        assertThat(comet.names()).isEmpty();
    }

    @Test
    void release_owesNothingOfAStockReservationWithCometOff() throws LifecycleException {
        new SliceScopes(journal, BOTH).release("s", NODE0.having(stock("stockRead0", "stockWrite")));
        assertThat(journal.status().claims()).isZero();
    }

    @Test
    void release_refusesAGroupThatIsNoName() {
        Map<String, String> properties = stock("stockRead0", "stockWrite");
        properties.put("unit.comet.hosts.group.write", "a\u0000b");
        assertThatThrownBy(() -> slices.release("s", NODE0.having(properties)))
                .isInstanceOf(LifecycleException.class)
                .hasMessageContaining("unit.comet.hosts.group.write");
    }

    @Test
    void reserve_listsWhatIsRefusedAndWritesTheRest() throws LifecycleException {
        FakeComet refusing = new FakeComet() {
            @Override
            void before(String call, ScopeKey key) throws CometException {
                if (key.toString().equals("s/hostsall/r0")) {
                    throw CometCode.FORBIDDEN.exception("the fake refuses");
                }
            }
        };
        payWith(refusing);
        SliceAnswer answer = slices.reserve("s", asList(NODE0, NODE1), BOUND);
        assertThat(answer.owed()).containsExactly("s/hostsall/r0");
        assertThat(refusing.names()).hasSize(3);
        assertThat(journal.status().refused()).isEqualTo(1);
    }

    @Test
    void reserve_refusesAHostWithoutAName() {
        assertThatThrownBy(() -> slices.reserve("s", asList(NODE1, vm("r0", " ")), BOUND))
                .isInstanceOf(LifecycleException.class)
                .hasMessageContaining("r0")
                .hasMessageContaining("unit.hostname");
        assertThat(journal.status().claims()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000b"})
    void everyCall_refusesAnIdThatIsNoName(String id) {
        assertThatThrownBy(() -> slices.probe(id, BOUND)).isInstanceOf(LifecycleException.class);
        assertThatThrownBy(() -> slices.reserve(id, singletonList(NODE0), BOUND))
                .isInstanceOf(LifecycleException.class);
        assertThatThrownBy(() -> slices.reserve("s", singletonList(vm(id, "host")), BOUND))
                .isInstanceOf(LifecycleException.class);
        assertThatThrownBy(() -> slices.release("s", vm(id, ""))).isInstanceOf(LifecycleException.class);
        assertThatThrownBy(() -> slices.delete(id)).isInstanceOf(LifecycleException.class);
    }

    @Test
    void everyChange_refusesWhatCannotBeKept() {
        journal.close();
        assertThatThrownBy(() -> slices.reserve("s", singletonList(NODE0), BOUND))
                .isInstanceOf(LifecycleException.class)
                .hasMessageContaining("cannot be kept on disk");
    }

    @Test
    void release_deletesTheScopesOfOneReservation() throws LifecycleException {
        slices.reserve("s", asList(NODE0, NODE1), BOUND);
        slices.release("s", NODE0);
        slices.release("s", NODE0);
        slices.release("s", vm("unknown", ""));
        await().until(() -> journal.status().owed() == 0);
        assertThat(comet.names()).containsExactly("s/hostsall/r1", "s/pubkeysall/r1");
    }

    @Test
    void delete_deletesTheScopesOfOneSlice() throws LifecycleException {
        slices.reserve("s", asList(NODE0, NODE1), BOUND);
        slices.reserve("other", singletonList(NODE0), BOUND);
        slices.delete("s");
        slices.delete("s");
        await().until(() -> journal.status().owed() == 0);
        assertThat(comet.names()).containsExactly("other/hostsall/r0", "other/pubkeysall/r0");
        assertThat(journal.claims(ContextId.parse("s"))).isEmpty();
    }

    @Test
    void delete_leavesTheUnitsScopesAlone() throws Exception {
        slices.reserve("s", singletonList(NODE0), BOUND);
        journal.hold(singletonMap(scope("users", "r0"), new TokenGenerator().pair()));
        slices.delete("s");
        slices.release("s", NODE0);
        await().until(() -> journal.status().owed() == 0);
        assertThat(journal.claim(scope("users", "r0"))).isPresent();
    }

    @Test
    void delete_worksWithTheSwitchesTurnedOffMeanwhile() throws LifecycleException {
        slices.reserve("s", singletonList(NODE0), BOUND);
        new SliceScopes(journal, SliceSettings.of(false, false)).delete("s");
        await().until(() -> comet.names().isEmpty());
    }

    @Test
    void probe_deletesWhatACrashLeftOfAnEarlierOne() throws Exception {
        ScopeKey probed = ScopeKey.of(ContextId.parse("crashed"), Family.parse("probe"), EntryKey.parse("k"));
        journal.owe(singletonList(ScopeWrite.of(probed, new TokenGenerator().pair(), ScopeValue.of("{}"))));
        journal.close();
        open();
        await().until(() -> comet.names().contains(probed.toString()));
        slices.probe("s", BOUND);
        await().until(() -> journal.status().claims() == 0);
        assertThat(comet.names()).isEmpty();
    }

    @Test
    void probe_leavesOthersAloneThatRun() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> probes = IntStream.range(0, 40)
                    .mapToObj(i -> (Callable<Void>) () -> {
                        slices.probe("s" + i % 4, BOUND);
                        return null;
                    })
                    .collect(Collectors.toList());
            for (Future<Void> probe : threads.invokeAll(probes)) {
                probe.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(comet.changes()).isEqualTo(80);
        assertThat(comet.names()).isEmpty();
    }

    @Test
    void probe_leavesNothingBehind() throws LifecycleException {
        slices.probe("s", BOUND);
        assertThat(comet.changes()).isEqualTo(2);
        assertThat(comet.names()).isEmpty();
        assertThat(journal.status().claims()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"write", "delete"})
    void probe_saysWhyCometRefuses(String refused) {
        payWith(new FakeComet() {
            @Override
            void before(String call, ScopeKey key) throws CometException {
                if (call.equals(refused)) {
                    throw CometCode.FORBIDDEN.exception("the fake refuses");
                }
            }
        });
        assertThatThrownBy(() -> slices.probe("s", BOUND))
                .isInstanceOf(LifecycleException.class)
                .hasMessage("COMET cannot be relied on, as a trial " + refused + " did not work: the fake refuses");
    }

    @Test
    void probe_endsAtItsBoundAndCleansUpLater() {
        journal.stopPayingWith(comet);
        assertThatThrownBy(() -> slices.probe("s", Duration.ofMillis(50)))
                .isInstanceOf(LifecycleException.class)
                .hasMessageContaining("no answer came in time");
        journal.payWith(comet);
        await().until(() -> journal.status().claims() == 0);
        assertThat(comet.names()).isEmpty();
    }

    @Test
    void log_andTextsShowNoToken() throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true));
        List<String> secrets = new ArrayList<>();
        String texts;
        try {
            payWith(new FakeComet() {
                @Override
                void before(String call, ScopeKey key) throws CometException {
                    throw CometCode.FORBIDDEN.exception("the fake refuses");
                }
            });
            SliceAnswer answer = slices.reserve("s", singletonList(NODE0), BOUND);
            secrets.addAll(asList(
                    answer.properties("r0").get(READ), answer.properties("r0").get(WRITE)));
            texts = answer + " " + answer.owed() + slices.health();
            await().until(() -> log.toString("UTF-8").contains("s/hostsall/r0"));
        } finally {
            System.setErr(before);
        }
        assertThat(secrets)
                .allSatisfy(secret -> assertThat(texts + log.toString("UTF-8")).doesNotContain(secret));
    }

    @Test
    void health_showsTheJournalAndTheSwitches() throws LifecycleException {
        slices.reserve("s", singletonList(NODE0), BOUND);
        assertThat(slices.health())
                .containsEntry("journal.claims", "2")
                .containsEntry("journal.owed", "0")
                .containsEntry("comet", "on")
                .containsEntry("orca.comet.hosts.enabled", "true");
    }
}
