package org.orcacomet.trials.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.trials.service.Marks;

/**
 * One VM, a member of a slice of ten. Its unit tokens read its own five families, the slice's read token its group's
 * hosts and keys.
 */
final class Vm {
    static final List<String> OWN = List.of("users", "interfaces", "scripts", "routes", "storage");
    static final List<String> SHARED = List.of("hostsall", "pubkeysall");
    private static final int SLICE_SIZE = 10;

    private final ContextId slice;
    private final EntryKey key;
    private final TokenPair unit;
    private final TokenPair shared;

    private Vm(ContextId slice, EntryKey key, TokenPair unit, TokenPair shared) {
        this.slice = slice;
        this.key = key;
        this.unit = unit;
        this.shared = shared;
    }

    /** So many VMs. The numbers of the first one, and so its slice, follow those of other fleets. */
    static List<Vm> fleet(int first, int size) {
        List<Vm> vms = new ArrayList<>();
        ReadToken sliceToken = Marks.tokens().read();
        for (int number = first; number < first + size; number++) {
            if (number % SLICE_SIZE == 0) {
                sliceToken = Marks.tokens().read();
            }
            TokenPair shared = TokenPair.of(sliceToken, Marks.tokens().write());
            ContextId slice = ContextId.parse("slice-" + first + "-" + number / SLICE_SIZE);
            vms.add(new Vm(slice, EntryKey.parse("vm-" + number), Marks.tokens(), shared));
        }
        return vms;
    }

    List<ScopeKey> scopes(List<String> families) {
        return families.stream()
                .map(family -> ScopeKey.of(slice, Family.parse(family), key))
                .toList();
    }

    TokenPair unit() {
        return unit;
    }

    TokenPair shared() {
        return shared;
    }

    /** The nine requests of a round. */
    List<byte[]> requests() {
        List<byte[]> requests = new ArrayList<>();
        OWN.forEach(family -> requests.add(get(read(family, unit.read()))));
        SHARED.forEach(family -> requests.add(get(read(family, shared.read()))));
        SHARED.forEach(family ->
                requests.add(get("/enumerateScope?contextID=" + slice + "&family=" + family + token(shared.read()))));
        return requests;
    }

    private String read(String family, ReadToken token) {
        return "//readScope?contextID=" + slice + "&family=" + family + "&Key=" + key + token(token);
    }

    private static String token(ReadToken token) {
        return "&readToken=" + TokenCodec.reveal(token);
    }

    private static byte[] get(String target) {
        return ("GET " + target + " HTTP/1.1\r\nHost: comet\r\nAccept: */*\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
