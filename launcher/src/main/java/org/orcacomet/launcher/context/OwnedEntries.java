package org.orcacomet.launcher.context;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.scope.InputFile;

/**
 * The scopes of one key that one pair of tokens guards.
 *
 * @param context the slice
 * @param key the VM's key
 * @param tokens the tokens
 */
record OwnedEntries(ContextId context, EntryKey key, TokenPair tokens) {
    /** Those that a slice's folder tells of: of the slice, then of each VM. */
    static List<OwnedEntries> of(SliceFolder folder) throws LaunchException {
        List<OwnedEntries> all = new ArrayList<>();
        for (Path file : folder.ofSlice()) {
            all.add(of(file));
        }
        for (Path file : folder.ofUnits()) {
            all.add(of(file));
        }
        return all;
    }

    private static OwnedEntries of(Path file) throws LaunchException {
        InputFile input = InputFile.read(file);
        try {
            return new OwnedEntries(
                    ContextId.parse(member(input, "contextId")),
                    EntryKey.parse(member(input, "key")),
                    TokenPair.of(
                            TokenCodec.readToken(member(input, "readToken")),
                            TokenCodec.writeToken(member(input, "writeToken"))));
        } catch (IllegalArgumentException e) {
            throw new LaunchException(file + " is not as context create writes it: " + e.getMessage(), e);
        }
    }

    private static String member(InputFile input, String name) throws LaunchException {
        return input.text(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }
}
