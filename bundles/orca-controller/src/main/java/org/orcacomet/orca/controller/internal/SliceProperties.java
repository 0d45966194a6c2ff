package org.orcacomet.orca.controller.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.SliceReservation;
import org.orcacomet.userdata.family.Section;

/**
 * What ORCA keeps of COMET on a slice's reservation, in its own properties: we set them, and so does ORCA's stock
 * controller, whose slices are known by nothing else. Holds tokens.
 */
public final class SliceProperties {
    private static final String READ_TOKEN = "slice.comet.readToken";
    private static final String WRITE_TOKEN = "slice.comet.writeToken";

    private final Map<String, String> properties;

    private SliceProperties(Map<String, String> properties) {
        this.properties = properties;
    }

    /** Those that ORCA has of this reservation. */
    public static SliceProperties of(SliceReservation reservation) {
        return new SliceProperties(reservation.properties());
    }

    /** Those to set on a reservation that gets these placeholders, guarded by these tokens. */
    public static Map<String, String> render(Placeholders placeholders, TokenPair tokens) {
        Map<String, String> properties = new TreeMap<>();
        properties.put(READ_TOKEN, TokenCodec.reveal(tokens.read()));
        properties.put(WRITE_TOKEN, TokenCodec.reveal(tokens.write()));
        for (Section<?> section : placeholders.sections()) {
            properties.put(group(section, "read"), Placeholders.GROUP);
            properties.put(group(section, "write"), Placeholders.GROUP);
        }
        return properties;
    }

    private static String group(Section<?> section, String access) {
        return "unit.comet." + section + ".group." + access;
    }

    /** The slice's read token. */
    public Optional<ReadToken> read() {
        return get(READ_TOKEN).map(TokenCodec::readToken);
    }

    /** The slice's read token and the reservation's write token, if both are there. */
    public Optional<TokenPair> tokens() {
        return read().flatMap(
                        read -> get(WRITE_TOKEN).map(TokenCodec::writeToken).map(write -> TokenPair.of(read, write)));
    }

    /**
     * The scopes that the reservation has of the slice, and their tokens.
     *
     * @throws LifecycleException if a group's name is none for COMET
     */
    public Map<ScopeKey, TokenPair> scopes(ContextId slice, EntryKey reservation) throws LifecycleException {
        Map<ScopeKey, TokenPair> scopes = new LinkedHashMap<>();
        Optional<TokenPair> tokens = tokens();
        for (Section<?> section : Placeholders.SECTIONS) {
            Optional<Family> family = family(section);
            if (tokens.isPresent() && family.isPresent()) {
                scopes.put(ScopeKey.of(slice, family.get(), reservation), tokens.get());
            }
        }
        return scopes;
    }

    private Optional<Family> family(Section<?> section) throws LifecycleException {
        String property = group(section, "write");
        try {
            return get(property).map(section::family);
        } catch (IllegalArgumentException e) {
            throw new LifecycleException(property + " cannot be used in COMET: " + e.getMessage(), e);
        }
    }

    private Optional<String> get(String property) {
        return Optional.of(properties.getOrDefault(property, "").trim()).filter(text -> !text.isEmpty());
    }
}
