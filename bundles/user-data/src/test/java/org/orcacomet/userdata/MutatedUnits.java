package org.orcacomet.userdata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.orcacomet.api.testkit.Mutations;

/** What a running ORCA handed to its handler, with some properties changed, added and gone. */
public final class MutatedUnits {
    private static final List<String> RECORDED =
            Arrays.asList("boot-node0-01-join", "storage-node0-01-join", "two-node0-01-join", "plain-node0-01-modify");
    private static final List<String> VALUES = Arrays.asList(
            "",
            " ",
            "0",
            "1,2",
            "yes",
            "NO",
            "up",
            "ipv6",
            "fe:16:3e:00:6c:1e",
            "FE163E006C1E",
            "10.0.0.0/8",
            "fd00::1/64",
            "3260",
            "#!/bin/sh\n\ndate\n",
            "ssh-rsa AAAA a@b\r\n\r\nssh-rsa BBBB\n",
            "a=b",
            "[users]",
            ";x",
            "#x");
    private static final List<String> NAMES = Arrays.asList(
            "unit.eth0.mac",
            "unit.eth00.mac",
            "unit.eth1.ip",
            "unit.eth1.hosteth",
            "unit.eth999999999.mac",
            "unit.eth9999999999.mac",
            "unit.route0.network",
            "unit.route0.nexthop",
            "unit.storage1.target.ip",
            "unit.storage1.target.port",
            "unit.storage1.target.lun.num",
            "unit.script7",
            "unit.script-1",
            "unit.instance.config",
            "config.ssh.user3.login",
            "config.ssh.user3.sudo",
            "config.ssh.user3.keys",
            "config.ssh.numlogins",
            "unit.hostname",
            "slice.comet.readToken",
            "comethost");

    private MutatedUnits() {}

    private interface Change {
        void apply(Map<String, String> unit);
    }

    /** Properties of a call, up to twelve of them changed. */
    public static Arbitrary<Map<String, String>> units() {
        return Combinators.combine(Arbitraries.of(RECORDED), change().list().ofMaxSize(12))
                .as(MutatedUnits::changed);
    }

    private static Map<String, String> changed(String recorded, List<Change> changes) {
        Map<String, String> unit = Recorded.unit(recorded);
        changes.forEach(change -> change.apply(unit));
        return unit;
    }

    private static Arbitrary<Change> change() {
        Collection<String> names = new LinkedHashSet<>(NAMES);
        Collection<String> values = new LinkedHashSet<>(VALUES);
        for (String recorded : RECORDED) {
            names.addAll(read(Recorded.unit(recorded)));
            values.addAll(Recorded.unit(recorded).values());
        }
        Arbitrary<String> name =
                Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.of(names)), Tuple.of(1, Mutations.of(names)));
        Arbitrary<String> value =
                Arbitraries.oneOf(Arbitraries.of(VALUES), Mutations.of(values), Arbitraries.just(null));
        return Combinators.combine(name, value).as(MutatedUnits::change);
    }

    private static Change change(String name, String value) {
        return unit -> {
            unit.remove(name);
            if (value != null) {
                unit.put(name, value);
            }
        };
    }

    /** The names of those that are read at all. */
    private static List<String> read(Map<String, String> unit) {
        List<String> names = new ArrayList<>(new TreeMap<>(unit).keySet());
        names.removeIf(name -> !name.matches("(unit|slice|config[.]ssh|modify|comethost|shirako[.]save).*"));
        return names;
    }
}
