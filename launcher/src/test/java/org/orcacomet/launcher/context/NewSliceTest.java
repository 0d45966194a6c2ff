package org.orcacomet.launcher.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenRules;
import org.orcacomet.userdata.GlobalName;
import org.orcacomet.userdata.UserData;

class NewSliceTest {
    private final NewSlice slice = NewSlice.of(ContextId.parse("s"), List.of("vm-1", "vm-2"));
    private final SliceVm vm = slice.vms().get(0);

    @Test
    void placeholders_areWhatAControllerWrites() {
        List<ScopeWrite> writes = vm.placeholders();

        assertThat(writes)
                .extracting(write -> write.key().toString())
                .containsExactly("s/hostsall/vm-1", "s/pubkeysall/vm-1");
        assertThat(writes)
                .extracting(write -> write.value().text())
                .containsExactly(
                        Optional.of("{\"val_\":\"[{\\\"hostName\\\":\\\"vm-1\\\",\\\"ip\\\":\\\"\\\"}]\"}"),
                        Optional.of("{\"val_\":\"[{\\\"publicKey\\\":\\\"\\\"}]\"}"));
        assertThat(writes).allMatch(write -> write.precondition().isAbsent());
    }

    @Test
    void tokens_obeyTheRulesAndTheReadTokenIsTheSlices() {
        assertThat(slice.vms())
                .allMatch(one -> TokenRules.violation(one.slice()).isEmpty());
        assertThat(slice.vms()).allMatch(one -> TokenRules.violation(one.unit()).isEmpty());
        assertThat(slice.vms())
                .extracting(one -> one.slice().read())
                .containsOnly(vm.slice().read());
        assertThat(slice.vms().get(1).slice().write()).isNotEqualTo(vm.slice().write());
        assertThat(slice.toString()).doesNotContain(TokenCodec.reveal(vm.slice().read()));
    }

    @Test
    void userData_hasNotTheWriteTokenOfTheVmsOwn() {
        String text = vm.userData("https://comet:8111").render();
        UserData parsed = UserData.parse(text);

        assertThat(text).doesNotContain(TokenCodec.reveal(vm.unit().write()));
        assertThat(parsed.get(GlobalName.COMET_READ_TOKEN))
                .contains(TokenCodec.reveal(vm.unit().read()));
        assertThat(parsed.get(GlobalName.SLICE_COMET_WRITE_TOKEN))
                .contains(TokenCodec.reveal(vm.slice().write()));
        assertThat(parsed.get(GlobalName.HOSTS_GROUP_WRITE)).contains("all");
        assertThat(parsed.get(GlobalName.RESERVATION_ID)).contains("vm-1");
    }
}
