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

    private static final String SLICE = "unit.sliceid";
    private static final String RESERVATION = "unit.rid";
    private static final String SAVED = "shirako.save.";
    private static final String SLICE_READ_TOKEN = "slice.comet.readToken";
    private static final String SLICE_WRITE_TOKEN = "slice.comet.writeToken";

    private final Map<String, String> properties;
    private final ContextId context;
    private final EntryKey key;

    private Sliver(Map<String, String> properties) {
        this.properties = Collections.unmodifiableMap(new HashMap<>(properties));
        this.context = name(SLICE, ContextId::parse);
        this.key = name(RESERVATION, EntryKey::parse);
    }

    /**
     * The sliver that these properties describe.
     *
     * @throws InvalidProperty naming {@code unit.sliceid} or {@code unit.rid}, if it is missing or wrong
     */
    public static Sliver of(Map<String, String> unit) {
        return new Sliver(unit);
    }

    /**
     * A sliver of which nothing but its names is known.
     *
     * @throws InvalidProperty as {@link #of}
     */
    public static Sliver named(String sliceId, String reservationId) {
        Map<String, String> names = new HashMap<>();
        names.put(SLICE, sliceId);
        names.put(RESERVATION, reservationId);
        return new Sliver(names);
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
     * @throws InvalidProperty if its type is missing, COMET is half configured, or ORCA has one of two tokens alone
     */
    public boolean hasScopes() {
        if (!compute() || !CometSwitch.on(properties)) {
            return false;
        }
        requireBoth(saved(READ_TOKEN), saved(WRITE_TOKEN));
        requireBoth(SLICE_READ_TOKEN, SLICE_WRITE_TOKEN);
        return true;
    }

    private void requireBoth(String read, String write) {
        if (get(read).isPresent() != get(write).isPresent()) {
            throw new InvalidProperty(get(read).isPresent() ? write : read, "is missing while its other token is set");
        }
    }

    /** The scope of one of its families. */
    public ScopeKey scope(Section<?> section) {
        return ScopeKey.of(context, section.family(), key);
    }

    /** The scopes of its five families. */
    public List<ScopeKey> scopes() {
        return Section.ofUnit().stream().map(this::scope).collect(Collectors.toList());
    }

    /** The unit's tokens, if ORCA has both. */
    public Optional<TokenPair> tokens() {
        return pair(saved(READ_TOKEN), saved(WRITE_TOKEN));
    }

    private String saved(String property) {
        return get(property).isPresent() || !get(SAVED + property).isPresent() ? property : SAVED + property;
    }

    /** The scopes that ORCA has tokens for: its own, and this reservation's entries of the slice. */
    public Map<ScopeKey, TokenPair> guarded() {
        Map<ScopeKey, TokenPair> guarded = new LinkedHashMap<>();
        tokens().ifPresent(tokens -> scopes().forEach(scope -> guarded.put(scope, tokens)));
        guarded.putAll(sliceEntries());
        return guarded;
    }

    /** This reservation's entries of the slice, with their tokens, if ORCA has both. */
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
        return get(read)
                .flatMap(r -> get(write).map(w -> TokenPair.of(TokenCodec.readToken(r), TokenCodec.writeToken(w))));
    }

    /** Slice and reservation. */
    @Override
    public String toString() {
        return "reservation " + key + " of slice " + context;
    }
}
