package org.orcacomet.orca.am;

import static java.util.Collections.singletonList;
import static java.util.Collections.singletonMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orcacomet.orca.am.AggregateManager.scope;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometException;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.Reading;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.userdata.family.FamilyCodec;
import org.orcacomet.userdata.family.FamilyEntry;
import org.orcacomet.userdata.family.Interface;
import org.orcacomet.userdata.family.Section;
import org.orcacomet.userdata.family.Storage;
import org.orcacomet.userdata.family.User;

class SliverModifyTest {
    private static final String EMPTY = "{\"val_\":\"[]\"}";

    private final Map<String, String> unit = Recorded.unit("plain-node0-01-modify");
    private final ScopeKey interfaces = scope(unit, "interfaces");
    private MemoryComet comet = new MemoryComet();

    @TempDir
    Path folder;

    private AggregateManager manager;

    @BeforeEach
    void join() throws Exception {
        start(comet);
    }

    private void start(MemoryComet with) throws Exception {
        comet = with;
        manager = AggregateManager.start(folder, with);
        unit.putAll(manager.slivers().join(unit).save());
    }

    private void restart(MemoryComet with) throws Exception {
        manager.close();
        start(with);
    }

    @AfterEach
    void stop() {
        manager.close();
    }

    private <E extends FamilyEntry> List<E> entries(Section<E> section) {
        return FamilyCodec.decode(
                section,
                ScopeValue.of(comet.text(scope(unit, section.toString())).get()));
    }

    private void modify(String subcommand, String... arguments) throws LifecycleException {
        unit.keySet().removeIf(key -> key.startsWith("modify."));
        unit.put("modify.subcommand.7", subcommand);
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            unit.put("modify.7." + parts[0], parts[1]);
        }
        manager.slivers().modify(unit);
    }

    @Test
    void modify_addsTheRecordedInterface() throws LifecycleException {
        manager.slivers().modify(unit);
        assertThat(entries(Section.INTERFACES)).hasSize(1);
        Interface added = entries(Section.INTERFACES).get(0);
        assertThat(added.mac()).isEqualTo("fe163e006c1e");
        assertThat(added.hostInterface()).isEqualTo("vlan-data");
        assertThat(added.ip()).hasValue("172.16.0.0/30");
        assertThat(added.vlanTag()).hasValue("2");
        assertThat(added.up()).isTrue();
    }

    @Test
    void modify_again_changesNothing() throws LifecycleException {
        manager.slivers().modify(unit);
        long revision = comet.revision();
        manager.slivers().modify(unit);
        assertThat(comet.revision()).isEqualTo(revision);
    }

    @Test
    void modify_keepsColonsAndIpv6() throws LifecycleException {
        modify(
                "modify.addiface",
                "mac=FE:16:3E:00:00:01",
                "hosteth=a:b",
                "ip=fd00::1/64",
                "ipversion=ipv6",
                "state=down");
        Interface added = entries(Section.INTERFACES).get(0);
        assertThat(added.ip()).hasValue("fd00::1/64");
        assertThat(added.hostInterface()).isEqualTo("a:b");
        assertThat(added.state()).isEqualTo("down");
    }

    @Test
    void modify_refusesTheRecordedInterfaceOfAMacAlone() throws LifecycleException {
        Map<String, String> recorded = Recorded.unit("node0-01-modify");
        manager.slivers().join(recorded);
        long revision = comet.revision();
        assertThatThrownBy(() -> manager.slivers().modify(recorded))
                .isInstanceOf(LifecycleException.class)
                .hasMessage("modify.1.hosteth is missing; modify.1.mac is no MAC address of twelve hexadecimal digits");
        assertThat(comet.revision()).isEqualTo(revision);
    }

    @Test
    void modify_takesTheHighestSubcommandAlone() throws LifecycleException {
        Map<String, String> recorded = Recorded.unit("node0-02-modify");
        manager.slivers().join(recorded);
        manager.slivers().modify(recorded);
        assertThat(comet.text(scope(recorded, "interfaces")).get()).contains("fe163e00198e");
        recorded.put("modify.subcommand.10", "modify.restart");
        recorded.put("modify.subcommand.9", "modify.nonsense");
        manager.slivers().modify(recorded);
    }

    @Test
    void modify_removingTheLastInterfaceLeavesAnEmptyArray() throws LifecycleException {
        manager.slivers().modify(unit);
        modify("modify.removeiface", "mac=FE:16:3E:00:6C:1E");
        assertThat(comet.text(interfaces)).contains(EMPTY);
        modify("modify.removeiface", "mac=fe:16:3e:00:6c:1e");
        assertThat(comet.text(interfaces)).contains(EMPTY);
    }

    @Test
    void modify_addsAndRemovesStorage() throws LifecycleException {
        modify("modify.addstorage", "device=dev9", "target.ip=10.104.0.2", "target.port=3260", "fs.type=ext4");
        assertThat(entries(Section.STORAGE)).extracting(Storage::device).containsExactly("dev9");
        modify("modify.removestorage", "device=dev9");
        assertThat(comet.text(scope(unit, "storage"))).contains(EMPTY);
    }

    @Test
    void modify_sshPutsOneUserInPlaceOfItsNamesake() throws LifecycleException {
        modify("modify.ssh", "login=bob", "sudo=yes", "keys=ssh-rsa new\n");
        assertThat(entries(Section.USERS)).extracting(User::login).containsExactly("root", "bob");
        assertThat(entries(Section.USERS).get(1).keys()).containsExactly("ssh-rsa new");
        assertThat(entries(Section.USERS).get(1).sudo()).isTrue();
    }

    @Test
    void modify_sshPutsAllNumberedUsersAtOnce() throws LifecycleException {
        long revision = comet.revision();
        modify(
                "modify.ssh",
                "config.ssh.user1.login=eve",
                "config.ssh.user1.sudo=no",
                "config.ssh.user2.login=adam",
                "config.ssh.user2.sudo=no");
        assertThat(entries(Section.USERS)).extracting(User::login).containsExactly("root", "bob", "eve", "adam");
        assertThat(comet.revision()).isEqualTo(revision + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "modify.nonsense | a=b | modify.subcommand.7 is none of modify.addiface, modify.removeiface,"
                        + " modify.addstorage, modify.removestorage, modify.ssh, modify.restart",
                "modify.addiface | hosteth=x | modify.7.mac is missing",
                "modify.addiface | mac=fe:16:3e:00:6c:1e | modify.7.hosteth is missing",
                "modify.removeiface | hosteth=x | modify.7.mac is missing",
                "modify.removeiface | mac=fe:16 | modify.7.mac is no MAC address of twelve hexadecimal digits",
                "modify.addstorage | device=dev1 | modify.7.target.ip is missing; modify.7.target.port is missing",
                "modify.removestorage | mac=x | modify.7.device is missing",
                "modify.ssh | login=eve | modify.7.sudo is missing",
                "modify.ssh | config.ssh.user1.sudo=no | modify.7.config.ssh.user1.login is missing",
            })
    void modify_namesThePropertyAndChangesNothing(String subcommand, String argument, String message) {
        long revision = comet.revision();
        assertThatThrownBy(() -> modify(subcommand, argument))
                .isInstanceOf(LifecycleException.class)
                .hasMessage(message);
        assertThat(comet.revision()).isEqualTo(revision);
    }

    @Test
    void modify_refusesAMapWithoutASubcommand() {
        unit.keySet().removeIf(key -> key.startsWith("modify."));
        assertThatThrownBy(() -> manager.slivers().modify(unit)).hasMessage("modify.subcommand.1 is missing");
    }

    @Test
    void modify_passesOverANumberThatIsNone() throws LifecycleException {
        unit.put("modify.subcommand.08", "modify.nonsense");
        manager.slivers().modify(unit);
        assertThat(entries(Section.INTERFACES)).hasSize(1);
    }

    @Test
    void modify_ofAVlanDoesNothing() throws LifecycleException {
        long revision = comet.revision();
        manager.slivers().modify(Recorded.unit("recovered-vlan0-01-leave"));
        assertThat(comet.revision()).isEqualTo(revision);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "users | login=eve;sudo=no;keys=a b:c | eve",
                "interfaces | mac=fe:16:3e:00:00:09 | FE163E000009",
                "storage | device=dev9;target.ip=fd00::9;target.port=3260;target.options=-F:x | dev9",
                "routes | network=fd00::/8;nexthop=fd00::1 | fd00::/8",
                "scripts | name=script_9;body=date: now | script_9"
            })
    void put_andRemoveChangeOneEntry(String section, String properties, String key) throws LifecycleException {
        Map<String, String> entry = new HashMap<>();
        for (String property : properties.split(";", -1)) {
            entry.put(property.split("=", 2)[0], property.split("=", 2)[1]);
        }
        Optional<String> before = comet.text(scope(unit, section));
        manager.slivers().put(unit, section, entry);
        assertThat(comet.text(scope(unit, section))).isNotEqualTo(before);
        manager.slivers().remove(unit, section, key);
        assertThat(comet.text(scope(unit, section))).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "global | mac | section is none of users, interfaces, storage, routes, scripts",
                "hosts | mac | section is none of users, interfaces, storage, routes, scripts",
                "interfaces | netmask | netmask is unknown to the section interfaces",
                "routes | network | nexthop is missing; network is no IP address",
            })
    void put_refusesWhatIsUnknownOrWrong(String section, String property, String message) {
        long revision = comet.revision();
        assertThatThrownBy(() -> manager.slivers().put(unit, section, singletonMap(property, "marked")))
                .isInstanceOf(LifecycleException.class)
                .satisfies(e -> assertThat(e.getMessage().split("; ", -1)).containsOnly(message.split("; ", -1)));
        assertThat(comet.revision()).isEqualTo(revision);
    }

    @Test
    void remove_refusesAKeyThatNoEntryCanHave() {
        assertThatThrownBy(() -> manager.slivers().remove(unit, "interfaces", "marked"))
                .hasMessage("key is no MAC address of twelve hexadecimal digits");
        assertThatThrownBy(() -> manager.slivers().remove(unit, "interfacez", "marked"))
                .hasMessageStartingWith("section is none of ");
    }

    @Test
    void put_withCometOffDoesNothing() throws LifecycleException {
        long revision = comet.revision();
        unit.keySet().removeIf(key -> key.startsWith("comet"));
        manager.slivers().put(unit, "users", new TreeMap<>(user("eve")));
        assertThat(comet.revision()).isEqualTo(revision);
    }

    private static Map<String, String> user(String login) {
        Map<String, String> user = new HashMap<>();
        user.put("login", login);
        user.put("sudo", "no");
        return user;
    }

    @Test
    void modify_withoutTokensUsesTheJournals() throws LifecycleException {
        unit.remove("unit.comet.readToken");
        unit.remove("unit.comet.writeToken");
        manager.slivers().modify(unit);
        assertThat(entries(Section.INTERFACES)).hasSize(1);
    }

    @Test
    void modify_withoutAnyTokensNamesThem() {
        Map<String, String> unknown = new TreeMap<>(unit);
        unknown.put("unit.rid", "another");
        unknown.remove("unit.comet.readToken");
        unknown.remove("unit.comet.writeToken");
        assertThatThrownBy(() -> manager.slivers().modify(unknown))
                .hasMessage("unit.comet.readToken is missing, and the journal has none");
    }

    @Test
    void modify_makesAFamilyThatAnOlderJoinDidNotAndLeaveTakesIt() throws LifecycleException {
        Map<String, String> older = new TreeMap<>(unit);
        older.put("unit.rid", "older");
        manager.slivers().modify(older);
        assertThat(comet.text(scope(older, "interfaces")).get()).contains("fe163e006c1e");
        manager.slivers().ended(older.get("unit.sliceid"), "older");
        manager.awaitNothingOwed();
        assertThat(comet.names()).doesNotContain(scope(older, "interfaces").toString());
    }

    @Test
    void modify_afterLeaveMakesNothingAnew() throws LifecycleException {
        manager.slivers().leave(unit);
        manager.awaitNothingOwed();
        assertThatThrownBy(() -> manager.slivers().modify(unit))
                .isInstanceOf(LifecycleException.class)
                .hasMessageEndingWith("is not changed, as it was deleted");
        assertThat(comet.names()).isEmpty();
    }

    @Test
    void modify_withoutAClientSaysSo() {
        manager.slivers().stopWorkingWith(comet);
        assertThatThrownBy(() -> manager.slivers().modify(unit))
                .isInstanceOf(LifecycleException.class)
                .hasMessageContaining("its client does not run");
    }

    @Test
    void modify_beginsAgainWhenAnotherChangedTheFamilyMeanwhile() throws Exception {
        AtomicInteger others = new AtomicInteger(3);
        restart(new MemoryComet() {
            @Override
            public Reading read(ScopeKey scope, ReadToken token) throws CometException {
                Reading reading = super.read(scope, token);
                if (others.getAndDecrement() > 0) {
                    super.write(ScopeWrite.of(scope, tokens(scope), ScopeValue.of(EMPTY)));
                }
                return reading;
            }
        });
        manager.slivers().modify(unit);
        assertThat(entries(Section.INTERFACES)).hasSize(1);
        assertThat(others.get()).isNegative();
    }

    @Test
    void modify_givesUpWhenOthersChangeTheFamilyAllTheTime() throws Exception {
        restart(new MemoryComet() {
            @Override
            public Reading read(ScopeKey scope, ReadToken token) throws CometException {
                Reading reading = super.read(scope, token);
                super.write(ScopeWrite.of(scope, tokens(scope), ScopeValue.of(EMPTY)));
                return reading;
            }
        });
        assertThatThrownBy(() -> manager.slivers().modify(unit))
                .isInstanceOf(LifecycleException.class)
                .hasMessage(interfaces + " could not be changed: the precondition does not hold");
    }

    @Test
    void modify_findsAWriteThatHappenedWithoutAnAnswer() throws Exception {
        AtomicInteger lost = new AtomicInteger();
        restart(new MemoryComet() {
            @Override
            public Optional<Revision> write(ScopeWrite write) throws CometException {
                super.write(write);
                lost.incrementAndGet();
                throw CometCode.SERVICE_UNAVAILABLE.exception("the answer is lost");
            }
        });
        manager.slivers().modify(unit);
        assertThat(entries(Section.INTERFACES)).hasSize(1);
        assertThat(lost).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"read, SERVICE_UNAVAILABLE", "read, FORBIDDEN", "write, FORBIDDEN", "write, SERVICE_UNAVAILABLE"})
    void modify_failsWithOneErrorWhenCometDoesNotTakeIt(String call, CometCode code) throws Exception {
        boolean[] up = {true};
        restart(new MemoryComet() {
            @Override
            void before(String now, ScopeKey scope) throws CometException {
                if (!up[0] && now.equals(call)) {
                    throw code.exception("the fake says " + code);
                }
            }
        });
        Optional<String> before = comet.text(interfaces);
        up[0] = false;
        assertThatThrownBy(() -> manager.slivers().modify(unit))
                .isInstanceOf(LifecycleException.class)
                .hasMessage(interfaces + " could not be changed: the fake says " + code);
        assertThat(comet.text(interfaces)).isEqualTo(before);
    }

    @Test
    void modify_doesNotOverwriteWhatItCannotRead() throws Exception {
        comet.write(ScopeWrite.of(interfaces, comet.tokens(interfaces), ScopeValue.of("marked")));
        assertThatThrownBy(() -> manager.slivers().modify(unit))
                .isInstanceOf(LifecycleException.class)
                .hasMessage(interfaces + " could not be changed: the family interfaces is not JSON");
        assertThat(comet.text(interfaces)).contains("marked");
    }

    @Test
    void modify_takesANullValueForAnEmptyFamily() throws Exception {
        comet.write(ScopeWrite.of(interfaces, comet.tokens(interfaces), ScopeValue.ofNull())
                .when(Precondition.none()));
        manager.slivers().modify(unit);
        assertThat(entries(Section.INTERFACES)).extracting(Interface::mac).containsExactly("fe163e006c1e");
    }

    @Test
    void modify_waitsNoLongerThanItsBoundForWhatIsStillOwed() throws Exception {
        manager.close();
        SliverSettings impatient = SliverSettings.defaults().modifyingWithin(Duration.ofMillis(20));
        manager = AggregateManager.startWithoutComet(folder, impatient);
        manager.slivers().workWith(comet);
        manager.journal().owe(singletonList(ScopeWrite.of(interfaces, comet.tokens(interfaces), ScopeValue.of(EMPTY))));
        assertThatThrownBy(() -> manager.slivers().modify(unit))
                .isInstanceOf(LifecycleException.class)
                .hasMessage(interfaces + " is not changed, as COMET has not taken its first value yet");
        assertThat(comet.text(interfaces)).contains(EMPTY);
    }

    @Test
    void modify_whileItsScopeIsGivenUpIsRefused() throws Exception {
        manager.close();
        manager = AggregateManager.startWithoutComet(
                folder, SliverSettings.defaults().leavingWithin(Duration.ZERO));
        manager.slivers().workWith(comet);
        manager.slivers().leave(unit);
        assertThatThrownBy(() -> manager.slivers().modify(unit))
                .isInstanceOf(LifecycleException.class)
                .hasMessage(interfaces + " is not changed, as its reservation has left");
    }
}
