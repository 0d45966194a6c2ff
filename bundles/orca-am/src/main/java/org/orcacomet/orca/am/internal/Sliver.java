package org.orcacomet.orca.am.internal;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.userdata.ResourceType;
import org.orcacomet.userdata.family.InvalidProperty;
import org.orcacomet.userdata.family.Section;

/** A sliver as ORCA's properties describe it: which scopes are its own, and which tokens ORCA knows. */
public final class Sliver {
    /** The unit's read token; ORCA has it with {@link #SAVED} before it, too. */
    public static final String READ_TOKEN = "unit.comet.readToken";
    /** The unit's write token; ORCA has it with {@link #SAVED} before it, too. */
    public static final String WRITE_TOKEN = "unit.comet.writeToken";

    private static final String SAVED = "shirako.save.";
    private static final String SLICE_READ_TOKEN = "slice.comet.readToken";
    private static final String SLICE_WRITE_TOKEN = "slice.comet.writeToken";

    private final Map<String, String> properties;
    private final ContextId context;
    private final EntryKey key;

    private Sliver(Map<String, String> properties) {
        this.properties = Collections.unmodifiableMap(new HashMap<>(properties));
        this.context = name("unit.sliceid", ContextId::parse);
        this.key = name("unit.rid", EntryKey::parse);
    }

    /**
     * The sliver that these properties describe.
     *
     * @throws InvalidProperty naming {@code unit.sliceid} or {@code unit.rid}, if it is missing or wrong
     */
    public static Sliver of(Map<String, String> unit) {
        return new Sliver(unit);
    }

    private <T> T name(String property, Function<String, T> parse) {
        String text = get(property).orElseThrow(() -> new InvalidProperty(property, "is missing"));
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException wrong) {
            throw new InvalidProperty(property, "cannot be a name in COMET: " + wrong.getMessage());
        }
    }

    private Optional<String> get(String property) {
        return Optional.of(properties.getOrDefault(property, "").trim()).filter(text -> !text.isEmpty());
    }

    /** All of its properties; they hold secrets. */
    public Map<String, String> properties() {
        return properties;
    }

    /** The slice. */
    public ContextId context() {
        return context;
    }

    /** The reservation. */
    public EntryKey key() {
        return key;
    }

    /**
     * Whether it is a compute resource: only these have scopes.
     *
     * @throws InvalidProperty if its type is missing
     */
    public boolean compute() {
        Optional<String> type = get("unit.resourceType");
        return ResourceType.isCompute((type.isPresent() ? type : get("type"))
                .orElseThrow(() -> new InvalidProperty("unit.resourceType", "is missing")));
    }

    /**
     * Whether it has scopes: it is a compute resource, and COMET is on.
     *
     * @throws InvalidProperty if its type is missing, or COMET is half configured
     */
    public boolean hasScopes() {
        return compute() && CometSwitch.on(properties);
    }

    /** The scope of one of its families. */
    public ScopeKey scope(Section<?> section) {
        return ScopeKey.of(context, section.family(), key);
    }

    /** The scopes of its five families. */
    public List<ScopeKey> scopes() {
        return Section.ofUnit().stream().map(this::scope).collect(Collectors.toList());
    }

    /**
     * The unit's tokens, if ORCA has them.
     *
     * @throws InvalidProperty if it has one of them alone
     */
    public Optional<TokenPair> tokens() {
        return pair(saved(READ_TOKEN), saved(WRITE_TOKEN));
    }

    private String saved(String property) {
        return get(property).isPresent() || !get(SAVED + property).isPresent() ? property : SAVED + property;
    }

    /**
     * This reservation's entries of the slice, with their tokens, as far as ORCA has those.
     *
     * @throws InvalidProperty if it has one of the slice's tokens alone
     */
    public Map<ScopeKey, TokenPair> sliceEntries() {
        Optional<TokenPair> tokens = pair(SLICE_READ_TOKEN, SLICE_WRITE_TOKEN);
        Map<ScopeKey, TokenPair> entries = new LinkedHashMap<>();
        tokens.ifPresent(pair -> {
            group(Section.HOSTS, "unit.comet.hosts.group.write").ifPresent(scope -> entries.put(scope, pair));
            group(Section.PUBLIC_KEYS, "unit.comet.pubkeys.group.write").ifPresent(scope -> entries.put(scope, pair));
        });
        return entries;
    }

    private Optional<ScopeKey> group(Section<?> section, String property) {
        return get(property).map(group -> ScopeKey.of(context, name(property, section::family), key));
    }

    private Optional<TokenPair> pair(String read, String write) {
        Optional<String> readToken = get(read);
        Optional<String> writeToken = get(write);
        if (readToken.isPresent() != writeToken.isPresent()) {
            throw new InvalidProperty(readToken.isPresent() ? write : read, "is missing while its other token is set");
        }
        return readToken.map(r -> TokenPair.of(TokenCodec.readToken(r), TokenCodec.writeToken(writeToken.get())));
    }

    /** Slice and reservation. */
    @Override
    public String toString() {
        return "reservation " + key + " of slice " + context;
    }
}
