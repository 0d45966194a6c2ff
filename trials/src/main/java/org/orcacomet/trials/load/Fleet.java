package org.orcacomet.trials.load;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenPair;
import org.orcacomet.trials.service.Answer;
import org.orcacomet.trials.service.Marks;
import org.orcacomet.trials.service.TrialFailure;
import org.orcacomet.trials.service.WireCaller;

/** The VMs that there are, and their scopes, which the trusted caller creates. */
final class Fleet {
    private static final String FILLER = " with what a VM of an ORCA slice would find here,".repeat(6);

    private final WireCaller trusted;
    private List<Vm> vms = List.of();

    Fleet(WireCaller trusted) {
        this.trusted = trusted;
    }

    /** So many VMs, all with their scopes. */
    List<Vm> of(int size) throws IOException, InterruptedException, TrialFailure {
        if (size > vms.size()) {
            List<Vm> more = Vm.fleet(vms.size(), size - vms.size());
            for (Vm vm : more) {
                create(vm.scopes(Vm.OWN), vm.unit());
                create(vm.scopes(Vm.SHARED), vm.shared());
            }
            vms = Stream.concat(vms.stream(), more.stream()).toList();
        }
        return vms.subList(0, size);
    }

    private void create(List<ScopeKey> scopes, TokenPair tokens)
            throws IOException, InterruptedException, TrialFailure {
        List<String> values = IntStream.range(0, scopes.size())
                .mapToObj(number -> "{\"val_\":\"[\\\"" + Marks.value(number) + FILLER + "\\\"]\"}")
                .collect(Collectors.toList());
        Answer answer = trusted.writeAll(scopes, tokens, values);
        if (!answer.isOk()) {
            throw new TrialFailure("the scopes of the VMs could not be created: " + answer);
        }
    }
}
