package org.orcacomet.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.api.CometProtocolException;
import org.orcacomet.api.Enumeration;
import org.orcacomet.api.Reading;
import org.orcacomet.api.Revision;

class WireCodecTest {
    private final WireCodec codec = new WireCodec();

    private Document document(String golden) {
        return codec.document(Wire.answer(200, golden + ".json"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "read-present, PRESENT, '{\"val_\": \"[]\"}', 7",
        "read-present-today, PRESENT, '{\"val_\": \"[]\"}',",
        "read-null, NULL,, 7",
        "read-deleted, DELETED,,",
        "read-absent, ABSENT,,",
        "read-absent-today, ABSENT,,"
    })
    void reading_tellsTheFourSituationsApart(String golden, Reading.State state, String text, Long revision) {
        Reading reading = codec.reading(document(golden), Wire.KEY);

        assertThat(reading.state()).isEqualTo(state);
        assertThat(reading.text()).isEqualTo(Optional.ofNullable(text));
        assertThat(reading.scope().flatMap(s -> s.revision().map(Revision::number)))
                .isEqualTo(Optional.ofNullable(revision));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "enumerate-context, 'slice 1/hosts/r1@3 slice 1/users/r2@9', 11",
        "enumerate-none, '',",
        "enumerate-none-today, '',"
    })
    void enumeration_listsWhatThereIsAndLeavesNullsOut(String golden, String scopes, Long revision) {
        Enumeration found = codec.enumeration(document(golden), Wire.CONTEXT, Optional.empty());

        assertThat(found.scopes().stream().map(Object::toString).collect(Collectors.joining(" ")))
                .isEqualTo(scopes);
        assertThat(found.revision().map(Revision::number)).isEqualTo(Optional.ofNullable(revision));
    }

    @Test
    void enumeration_ofOneFamilyKnowsItsFamily() {
        Enumeration found = codec.enumeration(document("enumerate-family"), Wire.CONTEXT, Optional.of(Wire.USERS));

        assertThat(found.scopes()).hasToString("[slice 1/users/r2]");
        assertThat(found.scopes().get(0).value().text()).contains("b");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"written, 12", "written-today,", "batch, 12"})
    void revision_isOptional(String golden, Long revision) {
        assertThat(codec.revision(document(golden)).map(Revision::number)).isEqualTo(Optional.ofNullable(revision));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"version, '[revision, batch, header-tokens]'", "version-today, []"})
    void extensions_areThoseThatAreKnown(String golden, String known) {
        assertThat(codec.extensions(Wire.answer(200, golden + ".json"))).hasToString(known);
    }

    @Test
    void extensions_areNoneWhereThereIsNoSuchCall() {
        assertThat(codec.extensions(Wire.saying(404, "<html>"))).isEmpty();
    }

    static Stream<Arguments> breaches() {
        return Stream.of(
                arguments("", "no JSON"),
                arguments("SECRET", "the answer is no JSON"),
                arguments("{\"value\":{}} SECRET", "the answer is no JSON"),
                arguments("[\"SECRET\"]", "the answer is no JSON object"),
                arguments("{\"SECRET\":1}", "the answer.value is missing"),
                arguments("{\"value\":\"SECRET\"}", "the answer.value is no JSON object"),
                arguments("{\"value\":null}", "the answer.value is no JSON object"),
                arguments("{\"value\":{\"entries\":\"SECRET\"}}", "the answer.value.entries is no list"),
                arguments("{\"value\":{\"SECRET\":[]}}", "the answer.value.entries is missing"),
                arguments("{\"value\":{\"entries\":[\"SECRET\"]}}", "the answer.value.entries[0] is no JSON object"),
                arguments("{\"value\":{\"entries\":[{}]}}", "the answer.value.entries[0].value is missing"),
                arguments(
                        "{\"value\":{\"entries\":[{\"value\":{\"a\":\"SECRET\"}}]}}",
                        "the answer.value.entries[0].value is no text"),
                arguments(
                        "{\"value\":{\"entries\":[{\"value\":\"SECRET\",\"family\":\"f\"}]}}",
                        "the answer.value.entries[0].key is missing"),
                arguments(
                        "{\"value\":{\"entries\":[{\"value\":\"SECRET\",\"family\":\"\",\"key\":\"k\"}]}}",
                        "the answer.value.entries[0].family is no name"),
                arguments("{\"value\":{\"entries\":[]},\"revision\":0}", "the answer.revision is no number from 1"),
                arguments(
                        "{\"value\":{\"entries\":[]},\"revision\":\"1\"}", "the answer.revision is no number from 1"));
    }

    @ParameterizedTest(name = "{index}: {1}")
    @MethodSource("breaches")
    void enumeration_namesWhereTheContractIsBrokenAndShowsNothing(String body, String message) {
        assertThatThrownBy(
                        () -> codec.enumeration(codec.document(Wire.saying(200, body)), Wire.CONTEXT, Optional.empty()))
                .isInstanceOf(CometProtocolException.class)
                .hasMessageStartingWith("https://head1:8111 does not speak COMET: ")
                .hasMessageContaining(message)
                .hasMessageNotContaining("SECRET")
                .hasNoCause();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'{\"value\":{},\"state\":\"SECRET\"}', the answer.state is no word of the contract",
                "'{\"value\":{},\"state\":\"present\"}', the answer.value.value is missing",
                "'{\"value\":{\"value\":7}}', the answer.value.value is no text",
                "'{\"value\":{\"value\":\"SECRET\\ud800\"}}', the answer.value.value is no Unicode text"
            })
    void reading_namesWhereTheContractIsBrokenAndShowsNothing(String body, String message) {
        assertThatThrownBy(() -> codec.reading(codec.document(Wire.saying(200, body)), Wire.KEY))
                .isInstanceOf(CometProtocolException.class)
                .hasMessage("https://head1:8111 does not speak COMET: " + message);
    }
}
