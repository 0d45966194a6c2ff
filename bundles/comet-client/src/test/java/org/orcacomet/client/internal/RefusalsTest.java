package org.orcacomet.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometConflict;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometProtocolException;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.api.WriteBatch;

class RefusalsTest {
    private final WireCodec codec = new WireCodec();
    private final Refusals refusals = new Refusals(codec);
    private final Call write = new Calls(codec)
            .write(ScopeWrite.of(
                    Wire.KEY,
                    TokenPair.of(TokenCodec.readToken("Secret+Read-1"), TokenCodec.writeToken("Secret/Write-1")),
                    ScopeValue.of("the secret value")));

    private CometException refusal(Answer answer) {
        return catchThrowableOfType(CometException.class, () -> refusals.accepted(write, answer));
    }

    static Stream<CometCode> codes() {
        return Arrays.stream(CometCode.values());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void accepted_refusesEachCodeWithItsOwnException(CometCode code) {
        CometException refusal = refusal(Wire.saying(code.status(), "{\"message\":\"the rule\"}"));

        assertThat(refusal).hasSameClassAs(code.exception(""));
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal).hasMessage("https://head1:8111 refused " + write + ": the rule");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 302, 418})
    void accepted_takesOtherStatusesForABreach(int status) {
        assertThatThrownBy(() -> refusals.accepted(write, Wire.saying(status, "{}")))
                .isInstanceOf(CometProtocolException.class)
                .hasMessage("https://head1:8111 does not speak COMET: HTTP " + status);
    }

    @ParameterizedTest
    @CsvSource({"conflict.json, 8", "conflict-bare.json,"})
    void accepted_givesTheCurrentRevisionOfAConflict(String golden, Long current) {
        CometConflict conflict = (CometConflict) refusal(Wire.answer(412, golden));

        assertThat(conflict.current().map(Revision::number)).isEqualTo(Optional.ofNullable(current));
    }

    @ParameterizedTest
    @CsvSource({
        "error-today.json, FORBIDDEN",
        "error-weak-today.json, BAD_REQUEST",
        "error-other-today.json, BAD_REQUEST",
        "error-status-today.json, BAD_REQUEST"
    })
    void accepted_takesTodaysErrorsInsideASuccessForRefusals(String golden, CometCode code) {
        assertThat(refusal(Wire.answer(200, golden)).code()).isEqualTo(code);
    }

    @Test
    void accepted_needsNoTextToRefuse() {
        assertThat(refusal(Wire.saying(403, "<html>no</html>"))).hasMessage("https://head1:8111 refused " + write);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrong token Secret+Read-1",
                "wrong token Secret%2BRead-1",
                "GET /x?readToken=a&writeToken=Secret%2FWrite-1",
                "cannot store 'the secret value'",
                "starts with the secret, then something else"
            })
    void accepted_keepsATextToItselfThatQuotesTheRequest(String text) {
        assertThat(refusal(Wire.saying(400, "{\"message\":\"" + text + "\"}")))
                .hasMessageEndingWith(": (its text quotes the request, and is left out)");
    }

    @Test
    void accepted_passesOnWhatABatchsRefusalSaysOfItsEntries() throws Exception {
        Call batch = new Calls(codec)
                .writeAll(WriteBatch.of(Collections.singletonList(
                        ScopeWrite.of(Wire.KEY, Wire.TOKENS, ScopeValue.of("v")).when(Precondition.absent()))));
        Answer answer = Wire.saying(412, "{\"message\":\"entry 0: the scope is at another revision\"}");

        assertThatThrownBy(() -> refusals.accepted(batch, answer))
                .hasMessageEndingWith(": entry 0: the scope is at another revision");
    }

    @Test
    void accepted_cutsALongTextAndTakesItsLinesTogether() {
        String text = new String(new char[900]).replace("\0", "x\\n");

        assertThat(refusal(Wire.saying(400, "{\"message\":\"" + text + "\"}")).getMessage())
                .doesNotContain("\n")
                .hasSizeLessThan(300);
    }

    @Test
    void accepted_wantsAStatus() {
        assertThatThrownBy(() -> refusals.accepted(write, Wire.saying(200, "{\"value\":{}}")))
                .isInstanceOf(CometProtocolException.class);
    }
}
