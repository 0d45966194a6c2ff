package org.orcacomet.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometProtocolException;
import org.orcacomet.api.Enumeration;
import org.orcacomet.api.Reading;
import org.orcacomet.api.testkit.Mutations;
import org.orcacomet.client.CometSettingsException;

/** Whatever a server answers is an answer of the contract, a refusal, or a breach of it; and nothing else. */
class WireFuzzTest {
    private static final List<String> ANSWERS = Arrays.asList(
            "read-present",
            "read-present-today",
            "read-null",
            "read-deleted",
            "read-absent-today",
            "enumerate-context",
            "enumerate-family",
            "enumerate-none-today",
            "written",
            "batch",
            "version",
            "conflict",
            "forbidden",
            "error-today",
            "error-status-today");
    private static final int MOST_OF_A_MESSAGE = 600;

    private final WireCodec codec = new WireCodec();
    private final Refusals refusals = new Refusals(codec);
    private final Call call = new Calls(codec).read(Wire.KEY, Wire.TOKENS.read());

    @Provide
    Arbitrary<byte[]> bodies() {
        List<byte[]> bodies = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (String answer : ANSWERS) {
            texts.add(Wire.golden("answers/" + answer + ".json"));
            bodies.add(Wire.answer(200, answer + ".json").body());
        }
        return Arbitraries.oneOf(Mutations.ofBytes(bodies), Mutations.of(texts).map(text -> Wire.saying(200, text)
                .body()));
    }

    @Property
    void answer_isReadRefusedOrABreach(@ForAll("bodies") byte[] body) {
        for (int status : new int[] {200, 400, 403, 412, 503, 302}) {
            Answer answer = new Answer(Wire.SERVER, status, body, Optional.empty());
            try {
                read(refusals.accepted(call, answer), answer);
            } catch (CometProtocolException breach) {
                assertThat(breach).hasMessageStartingWith("https://head1:8111 does not speak COMET: ");
                assertThat(breach.getMessage().length()).isLessThan(MOST_OF_A_MESSAGE);
            } catch (CometException refusal) {
                assertThat(refusal.getMessage().length()).isLessThan(MOST_OF_A_MESSAGE);
            }
        }
    }

    private void read(Document document, Answer answer) {
        Reading reading = codec.reading(document, Wire.KEY);
        assertThat(reading.scope().isPresent())
                .isEqualTo(reading.state() == Reading.State.PRESENT || reading.state() == Reading.State.NULL);
        Enumeration found = codec.enumeration(document, Wire.CONTEXT, Optional.empty());
        assertThat(found.scopes()).allMatch(scope -> scope.value().text().isPresent());
        assertThat(codec.extensions(answer)).isNotNull();
    }

    @Provide
    Arbitrary<String> lists() {
        return Mutations.of(Arrays.asList("https://head1:8111/,https://head2:8111", "https://[fd00::1]:8111/comet//"));
    }

    @Property
    void serverList_isAddressesOrRefused(@ForAll("lists") String list) {
        try {
            assertThat(ServerList.parse(list)).allMatch(uri -> uri.getHost() != null);
        } catch (CometSettingsException refusal) {
            assertThat(refusal.getMessage())
                    .matches("entry [0-9]+ of [0-9]+ of comethost [a-z ,]+(https://host:8111)?");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Mutations.of(Arrays.asList("a+b&c/%\u00e9", "Read1234"))
                .filter(text -> text.indexOf('\ud800') < 0
                        && text.indexOf('\udc00') < 0
                        && text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE));
    }

    @Property
    void query_isDecodedToWhatItWas(@ForAll("texts") String text) throws UnsupportedEncodingException {
        String encoded = Query.encoded(text);
        assertThat(encoded).matches("[A-Za-z0-9.*_%-]*");
        assertThat(URLDecoder.decode(encoded, "UTF-8")).isEqualTo(text);
    }
}
