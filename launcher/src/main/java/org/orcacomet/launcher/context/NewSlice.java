package org.orcacomet.launcher.context;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometDenied;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometRejected;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenGenerator;
import org.orcacomet.api.WriteBatch;

/**
 * A slice that is to be made, with new tokens.
 *
 * @param context its id
 * @param vms its VMs
 */
record NewSlice(ContextId context, List<SliceVm> vms) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
    private static final int MAX_VMS = WriteBatch.MAX_WRITES / 2;

    /**
     * One with VMs of these names.
     *
     * @throws IllegalArgumentException if they are too many, or one of them is no host name, or there twice
     */
    static NewSlice of(ContextId context, List<String> names) {
        if (names.size() > MAX_VMS) {
            throw new IllegalArgumentException("a slice is made in one batch, of at most " + MAX_VMS + " VMs");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("--vm takes host names: letters, digits, dots and hyphens");
            }
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("--vm names " + name + " twice");
            }
        }
        TokenGenerator tokens = new TokenGenerator();
        ReadToken read = tokens.read();
        return new NewSlice(
                context,
                names.stream()
                        .map(name -> new SliceVm(context, name, tokens.pair(read), tokens.pair()))
                        .toList());
    }

    private List<ScopeWrite> placeholders() {
        return vms.stream().flatMap(vm -> vm.placeholders().stream()).toList();
    }

    /** Asks something that changes nothing: a service that is not there is to be known before anything is made. */
    void probe(Comet comet) throws CometException {
        comet.enumerate(context, vms.get(0).slice().read());
    }

    /** Writes the placeholders of all VMs, in one batch where the service has batches. */
    Optional<Revision> create(Comet comet) throws CometException {
        return comet.writeAll(WriteBatch.of(placeholders()));
    }

    /**
     * Takes back what may have been written of it.
     *
     * @throws CometException if it cannot be known that nothing of it is left
     */
    void undo(Comet comet) throws CometException {
        for (ScopeWrite write : placeholders()) {
            try {
                comet.delete(write.key(), write.tokens(), Precondition.none());
            } catch (CometDenied | CometRejected e) {
                // It was never ours: its tokens are other ones, this caller may write nothing, or it is no COMET.
            }
        }
    }
}
