package org.orcacomet.userdata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceTypeTest {
    @ParameterizedTest
    @CsvSource({
        "bbnvmsite.vm, true",
        "x.baremetalce, true",
        "bbnvmsite.lun, false",
        "LUN, true",
        "lun, true",
        "bbnvmsite.vlan, false",
        "ben.vlan, false",
        "'', false"
    })
    void isCompute_isAsOrcasControllerHasIt(String type, boolean compute) {
        assertThat(ResourceType.isCompute(type)).isEqualTo(compute);
    }
}
