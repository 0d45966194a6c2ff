package org.orcacomet.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tasks with the names and attributes of ORCA's. */
class LegacyTasksTest {
    private static final String BUILD = "legacy.xml";
    private static final String ANTS = "org.orcacomet.tasks.Ant#all";
    private static final String INTERFACES = "storage-1009.1009.fe:16:3e:00:19:ae ";

    @TempDir
    Path folder;

    private static Ant joining(Ant ant, String rid) {
        return ant.recorded("storage-node0-01-join").with("unit.rid", rid + ant);
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void globalUserData_writesTheFile_andTellsInterfaces(Ant ant) {
        Path file = folder.resolve("user-data.ini");
        Ran ran = joining(ant, "global").with("file", file).run(BUILD, "global-user-data");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.calls()).containsExactly("userData");
        assertThat(ran.property("ifaces")).isEqualTo(INTERFACES);
        assertThat(ran.property("shirako.save.unit.comet.writeToken")).isEqualTo("madeW");
        assertThat(file).hasContent("[global]\ncometreadtoken=madeR");
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void generate_joinsOnce_whateverTheSections(Ant ant) {
        Ran ran = joining(ant, "generate").run(BUILD, "generate");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.calls()).containsExactly("join");
        assertThat(ran.property("users")).isEqualTo(INTERFACES);
        assertThat(ran.property("interfaces")).isEqualTo(INTERFACES);
        assertThat(ran.property("shirako.save.unit.comet.readToken")).isEqualTo("madeR");
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void global_isWarnedOf_andDoesNothingElse(Ant ant) {
        Ran ran = joining(ant, "warned")
                .with("section", "global")
                .with("key", "host_name")
                .with("value", "Node0")
                .run(BUILD, "add");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.calls()).isEmpty();
        assertThat(ran.property("out")).isEmpty();
        assertThat(ran.output()).contains("section=\"global\" does nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "users, bob, 'no:ssh-rsa AAAA bob', '{keys=ssh-rsa AAAA bob, login=bob, sudo=no}'",
        "interfaces, fe:16:3e:00:19:8e, up:ipv4:172.16.0.1/30, "
                + "'{ip=172.16.0.1/30, ipversion=ipv4, mac=fe:16:3e:00:19:8e, state=up}'",
        "interfaces, fe163e00198e, down:ipv6, '{ipversion=ipv6, mac=fe163e00198e, state=down}'",
        "storage, dev1, iscsi:10.0.0.2:3260, '{device=dev1, target.ip=10.0.0.2, target.port=3260, type=iscsi}'",
        "storage, dev1, iscsi:10.0.0.2:3260:1:u:p:yes:ext4:-F -b 2048:no:/mnt/target, "
                + "'{device=dev1, fs.type=ext4, target.chap_password=p, target.chap_user=u, target.ip=10.0.0.2, "
                + "target.lun.num=1, target.mount_point=/mnt/target, target.options=-F -b 2048, target.port=3260, "
                + "target.should_attach=yes, target.should_format=no, type=iscsi}'",
        "storage, dev1, iscsi:10.0.0.2:3260::::yes, "
                + "'{device=dev1, target.ip=10.0.0.2, target.port=3260, target.should_attach=yes, type=iscsi}'",
        "routes, 10.0.0.0/8, 10.1.0.1, '{network=10.0.0.0/8, nexthop=10.1.0.1}'",
        "scripts, script_1, 'echo a:b:c', '{body=echo a:b:c, name=script_1}'",
    })
    void add_unpacksTheValue(String section, String key, String value, String entry) {
        Ran ran = joining(Ant.ofOrca(), "add" + value)
                .with("section", section)
                .with("key", key)
                .with("value", value)
                .run(BUILD, "add");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.calls()).containsExactly("put " + section + " " + entry);
        assertThat(ran.output()).doesNotContain("[ec2.comet.data]");
    }

    @ParameterizedTest
    @CsvSource({
        "users, 'no:ssh-rsa AAAA bob@[::1]', '{keys=ssh-rsa AAAA bob@[, login=fe163e00198e, sudo=no}'",
        "interfaces, up:ipv6:2001:db8::1, '{ip=2001, ipversion=ipv6, mac=fe163e00198e, state=up}'",
    })
    void add_cutsAValueAtItsLastColon_asOrcasTaskDoes_andWarns(String section, String value, String entry) {
        Ran ran = joining(Ant.ofOrca(), "cut" + value)
                .with("section", section)
                .with("key", "fe163e00198e")
                .with("value", value)
                .run(BUILD, "add");

        assertThat(ran.calls()).containsExactly("put " + section + " " + entry);
        assertThat(ran.output()).contains("the value of fe163e00198e is cut off at its colon number");
    }

    @Test
    void add_leavesOutAnUnsetPart_andWarns() {
        Ran ran = joining(Ant.ofOrca(), "unset")
                .with("section", "interfaces")
                .with("key", "fe163e00198e")
                .with("value", "up:ipv4:${modify.1.ip}")
                .run(BUILD, "add");

        assertThat(ran.calls()).containsExactly("put interfaces {ipversion=ipv4, mac=fe163e00198e, state=up}");
        assertThat(ran.output()).contains("ip is left out, as ${modify.1.ip} is not set");
    }

    @Test
    void delete_takesTheEntryOut() {
        Ran ran = joining(Ant.ofOrca(), "delete")
                .with("section", "interfaces")
                .with("key", "fe:16:3e:00:19:8e")
                .run(BUILD, "delete");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.calls()).containsExactly("remove interfaces fe:16:3e:00:19:8e");
    }

    @ParameterizedTest
    @CsvSource({
        "no-operation, ec2.comet.data: operation is missing",
        "no-section, ec2.comet.data: section is missing",
        "odd-operation, 'ec2.comet.data: operation is none of generate, add, delete'",
        "odd-section, 'ec2.comet.data: section is none of users, interfaces, storage, routes, scripts, global'",
        "no-key, ec2.comet.data: key is missing",
        "no-value, ec2.comet.data: value is missing",
        "no-file, ec2.generate.global.user.data: file is missing",
        "delete, 'ec2.comet.data: section is ${section}, a property that is not set'",
    })
    void attributes_thatAreMissingOrUnknown_areErrors(String target, String text) {
        Ran ran = joining(Ant.ofOrca(), "wrong" + target).run(BUILD, target);

        assertThat(ran.failure()).isEqualTo(text);
        assertThat(ran.property("shirako.target.code.message")).isEqualTo(text);
        assertThat(ran.location()).contains("legacy.xml:");
        assertThat(ran.calls()).isEmpty();
    }
}
