package org.orcacomet.userdata.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orcacomet.userdata.Recorded;

class UnitFamiliesTest {
    private final Map<String, String> unit = new TreeMap<>();

    @Test
    void of_readsTheRecordedStorage() {
        Storage storage = UnitFamilies.of(Recorded.unit("storage-node0-01-join"))
                .storage()
                .get(0);
        assertThat(storage.device()).isEqualTo("dev1");
        assertThat(storage.targetIp()).isEqualTo("10.104.0.2");
        assertThat(storage.targetPort()).isEqualTo(3260);
        assertThat(storage.shouldAttach()).isTrue();
        assertThat(storage.shouldFormat()).isTrue();
        assertThat(storage.toString()).isEqualTo("Storage[dev1]");
    }

    @Test
    void of_readsAKeyPerLine() {
        User bob = UnitFamilies.of(Recorded.unit("boot-node0-01-join")).users().get(1);
        assertThat(bob.login()).isEqualTo("bob");
        assertThat(bob.sudo()).isFalse();
        assertThat(bob.keys()).hasSize(2).last().isEqualTo("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIbob2 bob@home");
    }

    @ParameterizedTest
    @CsvSource({"'3,0', u3 u0 u1", "'2', u0 u1 u3", "'', u0 u1 u3", "'1, 9, x', u1 u0 u3"})
    void users_areAllTakenAndAListOrdersThem(String order, String logins) {
        unit.put("config.ssh.numlogins", order);
        for (int n : new int[] {0, 1, 3}) {
            unit.put("config.ssh.user" + n + ".login", "u" + n);
            unit.put("config.ssh.user" + n + ".sudo", "YES");
        }
        assertThat(UnitFamilies.of(unit).users()).extracting(User::login).containsExactly(logins.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "boot-node0-01-join, vlan-data.2.fe:16:3e:00:25:ae",
        "two-node0-01-join, vlan-data.3.fe:16:3e:00:1d:1a vlan-data.4.fe:16:3e:00:33:d3"
    })
    void attachments_areWhatOrcaGave(String recorded, String attachments) {
        assertThat(UnitFamilies.of(Recorded.unit(recorded)).attachments()).containsExactly(attachments.split(" "));
    }

    @Test
    void attachments_areInTheOrderOfTheirNumbersAndLeaveAPlaceForTheTag() {
        for (String n : new String[] {"10", "2"}) {
            unit.put("unit.eth" + n + ".mac", "FE:16:3E:00:25:" + n + (n.length() == 1 ? "0" : ""));
            unit.put("unit.eth" + n + ".hosteth", "eth" + n);
        }
        assertThat(UnitFamilies.of(unit).attachments())
                .containsExactly("eth2..FE:16:3E:00:25:20", "eth10..FE:16:3E:00:25:10");
    }

    @Test
    void interfaces_areNumberedFromZeroWithGaps() {
        unit.put("unit.eth10.mac", "FE:16:3E:00:25:10");
        unit.put("unit.eth10.hosteth", "b");
        unit.put("unit.eth0.mac", "fe163e002500");
        unit.put("unit.eth0.hosteth", "a");
        unit.put("unit.ethernet", "no interface");
        assertThat(UnitFamilies.of(unit).interfaces())
                .extracting(Interface::mac)
                .containsExactly("fe163e002500", "fe163e002510");
    }

    @Test
    void interfaces_keepAnIpv6AddressAndSaySo() {
        unit.put("unit.eth1.mac", "fe:16:3e:00:25:ae");
        unit.put("unit.eth1.hosteth", "vlan-data");
        unit.put("unit.eth1.ip", "fd00:1::2/64");
        Interface iface = UnitFamilies.of(unit).interfaces().get(0);
        assertThat(iface.ip()).hasValue("fd00:1::2/64");
        assertThat(iface.ipVersion()).isEqualTo("ipv6");
        assertThat(iface.state()).isEqualTo("up");
    }

    @Test
    void scripts_areTheBootScriptAndTheNumberedOnes() {
        unit.put("unit.instance.config", "a=b:c\n\n");
        unit.put("unit.script7", "  indented\n");
        unit.put("unit.script2", "two");
        unit.put("unit.script3", " ");
        assertThat(UnitFamilies.of(unit).scripts())
                .containsExactly(
                        Script.of("bootscript", "a=b:c\n\n"),
                        Script.of("script_2", "two"),
                        Script.of("script_7", "  indented\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unit.eth1.ip=10.0.0.1 | unit.eth1.hosteth is missing; unit.eth1.mac is missing",
                "unit.eth1.mac=marked,unit.eth1.hosteth=x"
                        + "| unit.eth1.mac is no MAC address of twelve hexadecimal digits",
                "unit.eth1.mac=fe163e002500 | unit.eth1.hosteth is missing",
                "unit.eth1.mac=fe163e002500,unit.eth1.hosteth=x,unit.eth1.state=marked"
                        + "| unit.eth1.state is neither up nor down",
                "unit.eth1.mac=fe163e002500,unit.eth1.hosteth=x,unit.eth1.ipversion=marked"
                        + "| unit.eth1.ipversion is neither ipv4 nor ipv6",
                "unit.eth1.mac=fe163e002500,unit.eth1.hosteth=x,unit.eth1.ip=marked | unit.eth1.ip is no IP address",
                "config.ssh.user1.keys=marked"
                        + "| config.ssh.user1.login is missing; config.ssh.user1.sudo is missing",
                "config.ssh.user1.login=marked,config.ssh.user1.sudo=marked"
                        + "| config.ssh.user1.sudo is neither yes nor no",
                "unit.storage0.target.port=marked"
                        + "| unit.storage0.target.ip is missing; unit.storage0.target.port is no port number",
                "unit.storage0.target.ip=::1,unit.storage0.target.port=65536"
                        + "| unit.storage0.target.port is no port number",
                "unit.storage0.target.ip=::1,unit.storage0.target.port=1,unit.storage0.target.lun.num=marked"
                        + "| unit.storage0.target.lun.num is no number",
                "unit.storage0.target.ip=::1,unit.storage0.target.port=1,unit.storage0.target.should_format=marked"
                        + "| unit.storage0.target.should_format is neither yes nor no",
                "unit.route2.network=10.0.0.0/8 | unit.route2.nexthop is missing",
                "unit.route2.network=marked,unit.route2.nexthop=::1 | unit.route2.network is no IP address"
            })
    void of_namesThePropertyAndNeverTheValue(String properties, String message) {
        for (String property : properties.split(",")) {
            unit.put(property.substring(0, property.indexOf('=')), property.substring(property.indexOf('=') + 1));
        }
        assertThatThrownBy(() -> UnitFamilies.of(unit))
                .isInstanceOf(InvalidProperty.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"unit.instance.config", "unit.script7"})
    void scripts_nameThePropertyThatIsNoText(String property) {
        unit.put(property, "echo \ud800");
        assertThatThrownBy(() -> UnitFamilies.of(unit))
                .isInstanceOf(InvalidProperty.class)
                .hasMessage(property + " is not Unicode text");
    }

    @Test
    void read_doesWithoutAPhysicalInterfaceUnlessItIsDemanded() {
        unit.put("modify.1.mac", "fe:16:3e:00:6c:1e");
        EntryProperties arguments = EntryProperties.at("modify.1.", unit);
        assertThat(arguments.read(Section.INTERFACES).hostInterface()).isEmpty();
        assertThatThrownBy(() -> arguments.read(Section.INTERFACES, "hosteth"))
                .isInstanceOf(InvalidProperty.class)
                .hasMessage("modify.1.hosteth is missing");
    }

    @Test
    void read_takesTheRecordedModify() {
        Interface added = EntryProperties.at("modify.1.", Recorded.unit("plain-node0-01-modify"))
                .read(Section.INTERFACES, "hosteth");
        assertThat(added.mac()).isEqualTo("fe163e006c1e");
        assertThat(added.hostInterface()).isEqualTo("vlan-data");
        assertThat(added.vlanTag()).hasValue("2");
        assertThat(added.ip()).hasValue("172.16.0.0/30");
    }
}
