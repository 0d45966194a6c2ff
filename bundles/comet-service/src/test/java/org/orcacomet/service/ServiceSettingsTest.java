package org.orcacomet.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceSettingsTest {
    @Test
    void defaults_areWhatTheReadmeSays() {
        ServiceSettings defaults = ServiceSettings.defaults();
        assertThat(defaults.lifetimes()).isEqualTo(new Lifetimes(Duration.ZERO, Duration.ofDays(7)));
        assertThat(defaults.switches()).isEqualTo(new Switches(true, true, false));
        assertThat(defaults.trustedSubjects()).isEqualTo(TrustedSubjects.all());
        assertThat(defaults.adminSubjects()).isEqualTo(TrustedSubjects.none());
        assertThat(defaults.limits()).isEqualTo(new Limits(1_048_576, 1_073_741_824));
    }

    static Stream<Arguments> faults() {
        Duration negative = Duration.ofMillis(-1);
        return Stream.of(
                row(
                        () -> new Lifetimes(negative, Duration.ZERO),
                        "record.expire.ms is negative: set it to 0 or more milliseconds"),
                row(
                        () -> new Lifetimes(Duration.ZERO, negative),
                        "tombstone.keep.ms is negative: set it to 0 or more milliseconds"),
                row(
                        () -> ServiceSettings.defaults().withValueMaxBytes(0),
                        "value.max.bytes is under 1: set it to the bytes that a value may take"),
                row(() -> new Limits(1, -1), "disk.warn.bytes is negative: set it to the bytes that must be free"),
                row(
                        () -> TrustedSubjects.of(List.of("CN=orca", "orca")),
                        "trusted.subjects holds 'orca': set it to distinguished names such as CN=name,O=org"),
                row(
                        () -> TrustedSubjects.ofAdmins(List.of("backup")),
                        "admin.subjects holds 'backup': set it to distinguished names such as CN=name,O=org"));
    }

    private static Arguments row(ThrowingCallable making, String message) {
        return Arguments.of(making, message);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("faults")
    void new_namesTheWrongProperty(ThrowingCallable making, String message) {
        assertThatThrownBy(making)
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CN=orca,O=site                        | CN=orca,O=site           | true
                    cn=ORCA , o=Site                      | CN=orca,O=site           | true
                    CN=orca;O=site                        | CN=orca,O=site           | true
                    2.5.4.3=orca,O=site                   | CN=orca,O=site           | true
                    CN="orca",O=site                      | CN=orca,O=site           | true
                    CN="a, b",O=site                      | CN=a\\, b,O=site         | true
                    CN=orca+UID=7,O=site                  | UID=7+CN=orca,O=site     | true
                    EMAILADDRESS=a@b.org,CN=orca          | 1.2.840.113549.1.9.1=#16076140622e6f7267,CN=orca | true
                    CN=orca,O=site                        | O=site,CN=orca           | false
                    CN=orca,O=site                        | CN=orca                  | false
                    CN=orca                               | CN=orca,O=site           | false
                    CN=orca                               | CN=orca2                 | false
                    """)
    void admit_comparesNamesAndNotTexts(String listed, String subject, boolean admitted) {
        assertThat(TrustedSubjects.of(List.of("CN=other", listed)).admit(new X500Principal(subject)))
                .isEqualTo(admitted);
    }

    @Test
    void admit_takesAllWhereNoneIsListed() {
        assertThat(TrustedSubjects.of(List.of("", " ")).admit(new X500Principal("CN=any")))
                .isTrue();
    }

    @Test
    void admit_takesNobodyWhereNoAdministratorIsListed() {
        X500Principal any = new X500Principal("CN=any");
        assertThat(TrustedSubjects.none().admit(any)).isFalse();
        assertThat(TrustedSubjects.ofAdmins(List.of("", " ")).admit(any)).isFalse();
        assertThat(TrustedSubjects.ofAdmins(List.of("cn=Any")).admit(any)).isTrue();
    }
}
