package org.orcacomet.launcher.context;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.userdata.GlobalName;
import org.orcacomet.userdata.UserData;
import org.orcacomet.userdata.family.FamilyCodec;
import org.orcacomet.userdata.family.FamilyEntry;
import org.orcacomet.userdata.family.Host;
import org.orcacomet.userdata.family.PublicKey;
import org.orcacomet.userdata.family.Section;

/**
 * A VM of a slice.
 *
 * @param context the slice
 * @param name its host name, which is its key in COMET too
 * @param slice the tokens of its entries of the slice; the read token is the slice's
 * @param unit the tokens of what is its own
 */
record SliceVm(ContextId context, String name, TokenPair slice, TokenPair unit) {
    /** The group that has all VMs of a slice. */
    private static final String GROUP = "all";

    /** Its entries of the slice, for it to fill in; a scope that is there is never overwritten. */
    List<ScopeWrite> placeholders() {
        return List.of(placeholder(Section.HOSTS, Host.of(name)), placeholder(Section.PUBLIC_KEYS, PublicKey.empty()));
    }

    private ScopeWrite placeholder(Section<?> section, FamilyEntry entry) {
        ScopeKey scope = ScopeKey.of(context, section.family(GROUP), EntryKey.parse(name));
        return ScopeWrite.of(scope, slice, FamilyCodec.encode(List.of(entry))).when(Precondition.absent());
    }

    /**
     * What it is told at its start.
     *
     * @param services the base addresses of COMET, as it sees them
     */
    UserData userData(String services) {
        Map<GlobalName, String> values = Map.of(
                GlobalName.SLICE_ID, context.toString(),
                GlobalName.RESERVATION_ID, name,
                GlobalName.HOST_NAME, name,
                GlobalName.COMET_HOST, services,
                GlobalName.COMET_READ_TOKEN, TokenCodec.reveal(unit.read()),
                GlobalName.SLICE_COMET_READ_TOKEN, TokenCodec.reveal(slice.read()),
                GlobalName.SLICE_COMET_WRITE_TOKEN, TokenCodec.reveal(slice.write()));
        Map<String, String> properties = new HashMap<>();
        values.forEach((property, value) -> properties.put(property.property(), value));
        for (GlobalName group : List.of(
                GlobalName.HOSTS_GROUP_READ,
                GlobalName.HOSTS_GROUP_WRITE,
                GlobalName.PUBKEYS_GROUP_READ,
                GlobalName.PUBKEYS_GROUP_WRITE)) {
            properties.put(group.property(), GROUP);
        }
        return UserData.of(properties);
    }
}
