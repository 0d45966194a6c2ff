package org.orcacomet.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.orcacomet.api.testkit.Mutations;

/** Any text is a name, a token or a value that survives as UTF-8, or is refused without being quoted. */
class TextFuzzTest {
    @Property
    void name_isKeptOrRefused(@ForAll("texts") String text) {
        assertKeptOrRefused(text, ContextId::parse, Object::toString);
    }

    @Property
    void token_isKeptOrRefused(@ForAll("texts") String text) {
        assertKeptOrRefused(text, TokenCodec::readToken, TokenCodec::reveal);
        assertKeptOrRefused(text, TokenCodec::writeToken, TokenCodec::reveal);
    }

    @Property
    void value_isKeptOrRefused(@ForAll("texts") String text) {
        assertKeptOrRefused(text, ScopeValue::of, value -> value.text().orElse(""));
    }

    @Property
    void rules_nameWhatIsWrongAndQuoteNothing(@ForAll("texts") String token) {
        Optional<String> weakness = TokenRules.weakness("readToken", token);
        assertThat(weakness.orElse("readToken has")).startsWith("readToken ");
    }

    private static <T> void assertKeptOrRefused(String text, Function<String, T> parser, Function<T, String> shown) {
        Throwable refusal = catchThrowable(() -> {
            T parsed = parser.apply(text);
            assertThat(shown.apply(parsed)).isEqualTo(text);
            assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(text);
        });
        if (refusal != null) {
            assertThat(refusal).isInstanceOf(IllegalArgumentException.class);
            assertThat(text.length() > 3 && refusal.getMessage().contains(text)).isFalse();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Mutations.of(
                Arrays.asList("f4147557-c452-4f9e-8855-f3c7c66fbd89", "hostsall", "MA4jEVi8IQ", "a+b&c/%\u00e9"));
    }
}
