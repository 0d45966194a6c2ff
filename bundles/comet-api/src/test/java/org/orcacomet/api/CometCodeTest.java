package org.orcacomet.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CometCodeTest {
    @ParameterizedTest
    @EnumSource(CometCode.class)
    void exception_carriesItsCodeAndTheStatusLeadsBack(CometCode code) {
        assertThat(code.exception("why").code()).isEqualTo(code);
        assertThat(CometCode.ofStatus(code.status())).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "BAD_REQUEST, CometRejected, false",
        "FORBIDDEN, CometDenied, false",
        "NOT_FOUND, CometRejected, false",
        "METHOD_NOT_ALLOWED, CometRejected, false",
        "PRECONDITION_FAILED, CometConflict, false",
        "CONTENT_TOO_LARGE, CometRejected, false",
        "URI_TOO_LONG, CometRejected, false",
        "TOO_MANY_REQUESTS, CometUnavailable, true",
        "REQUEST_HEADER_FIELDS_TOO_LARGE, CometRejected, false",
        "INTERNAL_SERVER_ERROR, CometUnavailable, true",
        "SERVICE_UNAVAILABLE, CometUnavailable, true"
    })
    void exception_isOfTheKindInTheTable(CometCode code, String kind, boolean retryable) {
        CometException exception = code.exception("why");

        assertThat(exception.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(exception.retryable()).isEqualTo(retryable);
        assertThat(exception).hasMessage("why");
    }

    @Test
    void ofStatus_isEmptyForAStatusWithoutACode() {
        assertThat(CometCode.ofStatus(200)).isEqualTo(Optional.empty());
    }
}
