package org.orcacomet.orca.controller.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComputeTypeTest {
    @ParameterizedTest
    @ValueSource(strings = {"vm", "bbnvmsite.vm", "rciVMsite.VM", "bbnvmsite.baremetalce", "lun", "LUN"})
    void is_takesMachines(String type) {
        assertThat(ComputeType.is(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bbnNet.vlan", "bbnvmsite.lun", "vm.vlan", "baremetal"})
    void is_leavesOthersOut(String type) {
        assertThat(ComputeType.is(type)).isFalse();
    }
}
