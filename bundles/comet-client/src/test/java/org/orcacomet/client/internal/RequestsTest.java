package org.orcacomet.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.api.CometRejected;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.api.WriteBatch;

class RequestsTest {
    private static final Set<Extension> OURS = EnumSet.allOf(Extension.class);
    private static final Set<Extension> TODAY = Collections.emptySet();
    private static final Precondition AT_7 = Precondition.is(Revision.of(7));
    private static final ScopeWrite WRITE = ScopeWrite.of(Wire.KEY, Wire.TOKENS, ScopeValue.of("{\"val_\": \"[]\"}"));

    static Stream<Arguments> calls() throws CometRejected {
        Calls calls = new Calls(new WireCodec());
        TokenPair odd = TokenPair.of(Wire.TOKENS.read(), TokenCodec.writeToken("W\r\n\u00e4 1"));
        return Stream.of(
                arguments("write-today", TODAY, calls.write(WRITE)),
                arguments("write-ours", OURS, calls.write(WRITE)),
                arguments("write-null", OURS, calls.write(ScopeWrite.of(Wire.KEY, Wire.TOKENS, ScopeValue.ofNull()))),
                arguments("write-at-revision", OURS, calls.write(WRITE.when(AT_7))),
                arguments("write-absent", OURS, calls.write(WRITE.when(Precondition.absent()))),
                arguments("write-token-beyond-ascii", OURS, calls.write(ScopeWrite.of(Wire.KEY, odd, WRITE.value()))),
                arguments("read-today", TODAY, calls.read(Wire.KEY, Wire.TOKENS.read())),
                arguments("read-ours", OURS, calls.read(Wire.KEY, Wire.TOKENS.read())),
                arguments(
                        "enumerate-context", OURS, calls.enumerate(Wire.CONTEXT, Optional.empty(), Wire.TOKENS.read())),
                arguments(
                        "enumerate-family",
                        OURS,
                        calls.enumerate(Wire.CONTEXT, Optional.of(Wire.USERS), Wire.TOKENS.read())),
                arguments("delete", OURS, calls.delete(Wire.KEY, Wire.TOKENS, Precondition.none())),
                arguments("delete-at-revision", OURS, calls.delete(Wire.KEY, Wire.TOKENS, AT_7)),
                arguments("batch", OURS, calls.writeAll(batch())));
    }

    private static WriteBatch batch() {
        return WriteBatch.of(Arrays.asList(
                WRITE,
                ScopeWrite.of(key("hostsall"), Wire.TOKENS, ScopeValue.ofNull()).when(Precondition.absent()),
                ScopeWrite.of(key("routes"), Wire.TOKENS, ScopeValue.of("x")).when(AT_7)));
    }

    private static ScopeKey key(String family) {
        return ScopeKey.of(Wire.CONTEXT, Family.parse(family), EntryKey.parse("r1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void of_isAsTheContractHasIt(String golden, Set<Extension> known, Call call) throws Exception {
        assertThat(text(Requests.of(call, Wire.SERVER, known))).isEqualTo(Wire.golden("requests/" + golden + ".txt"));
    }

    private static String text(HttpUriRequestBase request) throws IOException, ParseException, URISyntaxException {
        String headers = Stream.concat(
                        Arrays.stream(request.getHeaders()).map(h -> h.getName() + ": " + h.getValue()),
                        Optional.ofNullable(request.getEntity())
                                .map(e -> "Content-Type: " + e.getContentType())
                                .map(Stream::of)
                                .orElseGet(Stream::empty))
                .sorted()
                .collect(Collectors.joining("\n"));
        String body = request.getEntity() == null
                ? ""
                : "\n" + EntityUtils.toString(request.getEntity(), java.nio.charset.StandardCharsets.UTF_8) + "\n";
        return request.getMethod() + " " + request.getRequestUri() + "\n" + headers + "\n" + body;
    }
}
