package org.orcacomet.client;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;

/** What the tests ask for, and the answers of servers that behave. */
final class FakeComet {
    static final String TODAY =
            "{\"status\":\"OK\",\"message\":\"\",\"value\":{\"Comet version\":\"1\"},\"version\":\"1\"}";
    static final String OURS = "{\"status\":\"OK\",\"message\":\"\",\"value\":{\"Comet version\":\"1\","
            + "\"extensions\":[\"revision\",\"batch\",\"header-tokens\"]},\"version\":\"1\"}";
    static final String DONE = "{\"status\":\"OK\",\"message\":\"\",\"value\":{},\"version\":\"1\",\"revision\":5}";
    static final String DONE_TODAY = "{\"status\":\"OK\",\"message\":\"\",\"value\":{},\"version\":\"1\"}";
    static final String PRESENT = "{\"status\":\"OK\",\"message\":\"\",\"value\":{\"contextId\":\"slice\","
            + "\"family\":\"users\",\"key\":\"r1\",\"value\":\"text\"},\"version\":\"1\"}";

    static final TestAuthority AUTHORITY = TestAuthority.named("Test CA");
    static final ContextId SLICE = ContextId.parse("slice");
    static final TokenPair TOKENS =
            TokenPair.of(TokenCodec.readToken("Read1234x"), TokenCodec.writeToken("Write1234x"));
    static final ScopeKey KEY = key("r1");
    static final ScopeWrite WRITE = write("r1");

    private FakeComet() {}

    static ScopeKey key(String key) {
        return ScopeKey.of(SLICE, Family.parse("users"), EntryKey.parse(key));
    }

    static ScopeWrite write(String key) {
        return ScopeWrite.of(key(key), TOKENS, ScopeValue.of("the value of " + key));
    }

    /** One of ours, that answers a call like this. */
    static FakeServer ours(FakeServer.Behaviour behaviour) throws IOException {
        return FakeServer.start(AUTHORITY.server(), Misbehaviour.afterVersion(OURS, behaviour));
    }

    /** One of today's, that answers a call like this. */
    static FakeServer today(FakeServer.Behaviour behaviour) throws IOException {
        return FakeServer.start(AUTHORITY.server(), Misbehaviour.afterVersion(TODAY, behaviour));
    }

    /** Settings with time-outs that no server here keeps waiting for, unless that is what it is for. */
    static CometClientSettings.Builder settings(Path folder, String... servers) throws IOException {
        return CometClientSettings.of(String.join(",", servers), AUTHORITY.pemFile(folder))
                .timeouts(ClientTimeouts.of(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(60)));
    }

    static CometClient client(Path folder, String... servers) throws IOException {
        return CometClient.open(settings(folder, servers).build());
    }

    static CometClient client(Path folder, Clock clock, String... servers) throws IOException {
        return CometClient.open(settings(folder, servers).build(), clock);
    }
}
