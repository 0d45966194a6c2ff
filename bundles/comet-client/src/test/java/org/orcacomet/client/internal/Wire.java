package org.orcacomet.client.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.time.Clock;
import java.util.Optional;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;

/** The golden files, and what they are about. */
final class Wire {
    static final ContextId CONTEXT = ContextId.parse("slice 1");
    static final Family USERS = Family.parse("users");
    static final ScopeKey KEY = ScopeKey.of(CONTEXT, USERS, EntryKey.parse("a+b&c/%\u00e9"));
    static final TokenPair TOKENS = TokenPair.of(TokenCodec.readToken("Read1234"), TokenCodec.writeToken("Write1234"));
    static final Server SERVER = new Server(URI.create("https://head1:8111"), Clock.systemUTC());

    private Wire() {}

    static String golden(String file) {
        try {
            return new String(
                    Files.readAllBytes(
                            Paths.get(Wire.class.getResource("/wire/" + file).toURI())),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An answer with a golden body. */
    static Answer answer(int status, String file) {
        return saying(status, golden("answers/" + file));
    }

    static Answer saying(int status, String body) {
        return new Answer(SERVER, status, body.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }
}
