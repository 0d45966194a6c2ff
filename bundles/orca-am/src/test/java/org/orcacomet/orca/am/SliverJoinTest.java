package org.orcacomet.orca.am;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orcacomet.orca.am.AggregateManager.scope;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenGenerator;
import org.orcacomet.api.TokenPair;
import org.orcacomet.api.TokenRules;
import org.orcacomet.journal.JournalException;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.SliverAnswer;
import org.orcacomet.userdata.GlobalName;
import org.orcacomet.userdata.UserData;

class SliverJoinTest {
    private static final String EMPTY = "{\"val_\":\"[]\"}";
    private static final SliverSettings IMPATIENT =
            SliverSettings.defaults().joiningWithin(Duration.ofMillis(100)).leavingWithin(Duration.ZERO);

    private final Map<String, String> unit = Recorded.unit("boot-node0-01-join");
    private final MemoryComet comet = new MemoryComet();

    @TempDir
    Path folder;

    private AggregateManager manager;

    @BeforeEach
    void start() throws JournalException {
        manager = AggregateManager.start(folder, comet);
    }

    @AfterEach
    void stop() {
        manager.close();
    }

    private static TokenPair tokens(SliverAnswer answer) {
        return TokenPair.of(
                TokenCodec.readToken(answer.save().get("unit.comet.readToken")),
                TokenCodec.writeToken(answer.save().get("unit.comet.writeToken")));
    }

    @Test
    void join_writesFiveFamiliesAnEmptyOneAsAnEmptyArray() throws LifecycleException {
        SliverAnswer answer = manager.slivers().join(unit);
        assertThat(comet.names()).hasSize(5);
        assertThat(comet.text(scope(unit, "users")).get()).contains("root", "alice@laptop", "bob@home");
        assertThat(comet.text(scope(unit, "interfaces")).get()).contains("fe163e0025ae", "172.16.100.0/24");
        assertThat(comet.text(scope(unit, "scripts")).get()).contains("bootscript");
        assertThat(comet.text(scope(unit, "storage"))).contains(EMPTY);
        assertThat(comet.text(scope(unit, "routes"))).contains(EMPTY);
        assertThat(comet.tokens(scope(unit, "routes"))).isEqualTo(tokens(answer));
    }

    @Test
    void join_answersTheUserDataWithoutTheUnitsWriteToken() throws LifecycleException {
        SliverAnswer answer = manager.slivers().join(unit);
        UserData data = UserData.parse(answer.userData());
        assertThat(data.get(GlobalName.COMET_HOST)).hasValue(unit.get("comethost"));
        assertThat(data.get(GlobalName.COMET_READ_TOKEN)).hasValue(answer.save().get("unit.comet.readToken"));
        assertThat(data.get(GlobalName.SLICE_COMET_WRITE_TOKEN)).hasValue("a0nUvC1N9X");
        assertThat(data.get(GlobalName.PUBKEYS_GROUP_WRITE)).hasValue("all");
        assertThat(answer.userData()).doesNotContain(answer.save().get("unit.comet.writeToken"));
        assertThat(TokenRules.violation(tokens(answer))).isEmpty();
    }

    @Test
    void join_answersTheInterfacesAsTheScriptsAttachThem() throws LifecycleException {
        String attachment = String.join(
                ".", unit.get("unit.eth1.hosteth"), unit.get("unit.eth1.vlan.tag"), unit.get("unit.eth1.mac"));
        assertThat(manager.slivers().userData(unit).interfaces()).containsExactly(attachment);
        assertThat(manager.slivers().join(unit).interfaces()).containsExactly(attachment);
        unit.keySet().removeIf(key -> key.startsWith("comet"));
        assertThat(manager.slivers().join(unit).interfaces()).containsExactly(attachment);
        assertThat(manager.slivers().join(Recorded.unit("boot-vlan0-01-join")).interfaces())
                .isEmpty();
    }

    @Test
    void join_again_answersTheSame() throws LifecycleException {
        SliverAnswer first = manager.slivers().userData(unit);
        SliverAnswer second = manager.slivers().join(unit);
        SliverAnswer third = manager.slivers().join(unit);
        assertThat(second.save()).isEqualTo(first.save()).isEqualTo(third.save());
        assertThat(second.userData()).isEqualTo(first.userData()).isEqualTo(third.userData());
        assertThat(comet.names()).hasSize(5);
    }

    @Test
    void join_afterACrash_usesTheJournalsTokens() throws Exception {
        SliverAnswer first = manager.slivers().userData(unit);
        manager.close();
        start();
        assertThat(manager.slivers().join(unit).save()).isEqualTo(first.save());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shirako.save."})
    void join_usesTheTokensThatOrcaHas(String saved) throws LifecycleException {
        unit.put(saved + "unit.comet.readToken", "orcasReadToken1");
        unit.put(saved + "unit.comet.writeToken", "orcasWriteToken1");
        SliverAnswer answer = manager.slivers().join(unit);
        assertThat(answer.save())
                .containsEntry("unit.comet.readToken", "orcasReadToken1")
                .containsEntry("unit.comet.writeToken", "orcasWriteToken1");
        assertThat(comet.tokens(scope(unit, "users"))).isEqualTo(tokens(answer));
    }

    @Test
    void join_twiceAtOnce_usesTheSameTokens() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<SliverAnswer> join = () -> manager.slivers().join(unit);
            List<Future<SliverAnswer>> answers = threads.invokeAll(Collections.nCopies(8, join));
            Set<Object> distinct = new HashSet<>();
            for (Future<SliverAnswer> answer : answers) {
                distinct.add(answer.get().save());
            }
            assertThat(distinct).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(comet.names()).hasSize(5);
    }

    @Test
    void join_withoutAnAnswerFailsAndLeavesNothing() throws Exception {
        manager.close();
        manager = AggregateManager.startWithoutComet(folder, IMPATIENT);
        assertThatThrownBy(() -> manager.slivers().join(unit))
                .isInstanceOf(LifecycleException.class)
                .hasMessageContaining(unit.get("unit.rid"))
                .hasMessageContaining(
                        "could not be written within 100 ms, and COMET was not reached: see its client's log");
        manager.journal().payWith(comet);
        manager.awaitNothingOwed();
        assertThat(comet.names()).isEmpty();
    }

    @Test
    void join_takesBackWhatWasWrittenWhenTheRestIsNot() throws Exception {
        boolean[] down = {true};
        MemoryComet half = new MemoryComet() {
            @Override
            void before(String call, ScopeKey scope) throws CometException {
                if (down[0] && scope.family().toString().equals("scripts")) {
                    throw CometCode.FORBIDDEN.exception("no scripts today");
                }
            }
        };
        manager.close();
        manager = AggregateManager.start(folder, half, IMPATIENT.joiningWithin(Duration.ofSeconds(20)));
        assertThatThrownBy(() -> manager.slivers().join(unit))
                .isInstanceOf(LifecycleException.class)
                .hasMessage("COMET refuses the families of reservation " + unit.get("unit.rid") + " of slice "
                        + unit.get("unit.sliceid") + ": no scripts today");
        down[0] = false;
        manager.journal().payWith(half);
        manager.awaitNothingOwed();
        assertThat(half.names()).isEmpty();
    }

    @Test
    void join_failsWhenItsReservationEndsMeanwhile() throws Exception {
        manager.close();
        AtomicBoolean ended = new AtomicBoolean();
        MemoryComet ending = new MemoryComet() {
            @Override
            void before(String call, ScopeKey scope) {
                if (!ended.getAndSet(true)) {
                    assertThatCode(() -> manager.slivers().ended(unit.get("unit.sliceid"), unit.get("unit.rid")))
                            .doesNotThrowAnyException();
                }
            }
        };
        manager =
                AggregateManager.start(folder, ending, SliverSettings.defaults().leavingWithin(Duration.ZERO));
        assertThatThrownBy(() -> manager.slivers().join(unit))
                .isInstanceOf(LifecycleException.class)
                .hasMessage("the families of reservation " + unit.get("unit.rid") + " of slice "
                        + unit.get("unit.sliceid") + " were given up while they were written, as it has left");
        manager.awaitNothingOwed();
        assertThat(ending.names()).isEmpty();
    }

    @Test
    void join_withClaimsThatDoNotAgreeFailsAndTakesThemBack() throws Exception {
        Map<ScopeKey, TokenPair> claims = new HashMap<>();
        claims.put(scope(unit, "users"), new TokenGenerator().pair());
        claims.put(scope(unit, "routes"), new TokenGenerator().pair());
        manager.journal().hold(claims);
        assertThatThrownBy(() -> manager.slivers().join(unit))
                .isInstanceOf(LifecycleException.class)
                .hasMessageEndingWith("is claimed with other tokens");
        manager.awaitNothingOwed();
        manager.slivers().join(unit);
        assertThat(comet.names()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "unit.eth1.mac, fe:16:00, unit.eth1.mac is no MAC address of twelve hexadecimal digits",
        "unit.eth1.hosteth, '', unit.eth1.hosteth is missing",
        "config.ssh.user2.sudo, perhaps, config.ssh.user2.sudo is neither yes nor no",
        "unit.route0.network, 10.0.0.0/8, unit.route0.nexthop is missing",
        "unit.storage3.type, iscsi, unit.storage3.target.ip is missing; unit.storage3.target.port is missing",
        "unit.rid, '', unit.rid is missing",
        "unit.sliceid, ' ', unit.sliceid is missing",
        "unit.comet.readToken, aToken, unit.comet.writeToken is missing while its other token is set",
        "slice.comet.readToken, '', slice.comet.readToken is missing while its other token is set",
    })
    void join_namesThePropertyAndWritesNothing(String property, String value, String message) {
        unit.put(property, value);
        assertThatThrownBy(() -> manager.slivers().join(unit))
                .isInstanceOf(LifecycleException.class)
                .hasMessage(message);
        manager.awaitNothingOwed();
        assertThat(comet.revision()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "comethost, comethost is missing",
        "comet.cacert, comet.cacert is missing",
        "comet.clientkeystore comet.clientcert comet.clientkey, comet.clientkeystore is missing",
        "comet.clientkeystore comet.clientkey, comet.clientkey is missing",
        "comet.cacert comet.clientkeystore comet.clientcert, 'comet.cacert, comet.clientcert is missing'",
    })
    void join_refusesHalfAConfiguration(String absent, String message) {
        for (String property : absent.split(" ", -1)) {
            unit.remove(property);
        }
        assertThatThrownBy(() -> manager.slivers().join(unit))
                .isInstanceOf(LifecycleException.class)
                .hasMessageStartingWith(message + " while other properties of COMET are set");
        assertThat(comet.revision()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "ftp://marked/", "https://", "https://a:8111,marked b", "https://a,"})
    void join_refusesAHostThatIsNoUrl(String host) {
        unit.put("comethost", host);
        assertThatThrownBy(() -> manager.slivers().join(unit))
                .isInstanceOf(LifecycleException.class)
                .hasMessage("comethost is no list of URLs, separated by commas");
    }

    @ParameterizedTest
    @ValueSource(strings = {"comet.clientkeystore", "comet.clientcert comet.clientkey"})
    void join_takesAKeyStoreOrACertificateWithItsKey(String absent) throws LifecycleException {
        for (String property : absent.split(" ", -1)) {
            unit.remove(property);
        }
        manager.slivers().join(unit);
        assertThat(comet.names()).hasSize(5);
    }

    @Test
    void join_withCometOff_answersTheOldIniFileAndWritesNothing() throws LifecycleException {
        unit.keySet().removeIf(key -> key.startsWith("comet"));
        SliverAnswer answer = manager.slivers().join(unit);
        assertThat(answer.userData())
                .contains("[users]\nroot=yes:ssh-rsa ", "[interfaces]\nfe163e0025ae=up:ipv4:172.16.100.0/24\n")
                .contains(";comethost= Not Specified", ";slicecometreadtoken= Not Specified");
        assertThat(answer.save()).isEmpty();
        assertThat(comet.revision()).isZero();
        assertThat(manager.journal().status().claims()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"boot-vlan0-01-join, VLAN0", "storage-lun0-01-join, Storage0"})
    void join_ofWhatDoesNotCompute_answersPlainUserDataAndMakesNoScope(String recorded, String hostName)
            throws LifecycleException {
        SliverAnswer answer = manager.slivers().join(Recorded.unit(recorded));
        assertThat(answer.userData()).contains("host_name=" + hostName).doesNotContain("[users]");
        assertThat(answer.save()).isEmpty();
        assertThat(comet.revision()).isZero();
        assertThat(manager.journal().status().claims()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"storage-node0-01-join", "two-node0-01-join", "plain-node0-01-join"})
    void join_takesEachRecordedComputeResource(String recorded) throws LifecycleException {
        Map<String, String> other = Recorded.unit(recorded);
        manager.slivers().join(other);
        assertThat(comet.names())
                .isEqualTo(Stream.of("users", "interfaces", "storage", "routes", "scripts")
                        .map(family -> scope(other, family).toString())
                        .collect(Collectors.toSet()));
    }

    @Test
    void health_tellsOfTheJournalAndTheClient() throws LifecycleException {
        manager.slivers().join(unit);
        assertThat(manager.slivers().health())
                .containsEntry("journal.owed", "0")
                .containsEntry("comet.client", "present");
        manager.slivers().stopWorkingWith(comet);
        assertThat(manager.slivers().health()).containsEntry("comet.client", "absent");
    }
}
