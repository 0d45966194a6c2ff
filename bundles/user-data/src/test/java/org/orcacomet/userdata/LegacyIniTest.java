package org.orcacomet.userdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.userdata.family.UnitFamilies;

class LegacyIniTest {
    @ParameterizedTest
    @ValueSource(strings = {"boot-node0", "storage-node0", "two-node0"})
    void render_isTheGoldenFile(String recorded) {
        assertThat(ini(Recorded.unit(recorded + "-01-join"))).isEqualTo(Recorded.golden(recorded + ".ini"));
    }

    @Test
    void render_hasEachSectionThoughItIsEmpty() {
        assertThat(ini(new TreeMap<>())).endsWith("[users]\n[interfaces]\n[storage]\n[routes]\n[scripts]\n");
    }

    @Test
    void render_writesRoutesAndNumberedScripts() {
        Map<String, String> unit = new TreeMap<>();
        unit.put("unit.route0.network", "10.0.0.0/8");
        unit.put("unit.route0.nexthop", "172.16.0.254");
        unit.put("unit.script3", "#!/bin/sh\r\n\r\n  date\r\n");
        assertThat(ini(unit))
                .endsWith("[routes]\n10.0.0.0/8=172.16.0.254\n[scripts]\nscript_3=#!/bin/sh\n\t\n\t  date\n");
    }

    private static String ini(Map<String, String> unit) {
        return LegacyIni.render(UserData.of(unit).withoutComet(), UnitFamilies.of(unit));
    }
}
