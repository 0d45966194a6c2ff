package org.orcacomet.userdata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceTypeTest {
    @ParameterizedTest
    @CsvSource({
        "vm, true",
        "bbnvmsite.vm, true",
        "rciVMsite.VM, true",
        "bbnvmsite.baremetalce, true",
        "lun, true",
        "LUN, true",
        "bbnvmsite.lun, false",
        "bbnvmsite.vlan, false",
        "vm.vlan, false",
        "baremetal, false",
        "'', false"
    })
    void isCompute_isOrcasOwnRule(String type, boolean compute) {
        assertThat(ResourceType.isCompute(type)).isEqualTo(compute);
    }
}
