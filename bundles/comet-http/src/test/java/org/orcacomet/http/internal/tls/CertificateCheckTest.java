package org.orcacomet.http.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orcacomet.http.TestPki;
import org.orcacomet.http.TestPki.Dates;
import org.orcacomet.http.TestPki.Identity;
import org.orcacomet.http.TlsFiles;
import org.orcacomet.http.internal.metrics.Exposition;
import org.orcacomet.service.Finding;
import org.orcacomet.service.Finding.State;

class CertificateCheckTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "P100D, GOOD, the server's certificate ends in 100 days",
        "P14D, GOOD, the server's certificate ends in 14 days",
        "P13DT23H, WARNING, the server's certificate ends in 13 days: put a new one into its files",
        "-PT1S, FAILED, the server's certificate is over: put a new one into its files"
    })
    void look_findsHowLongTheCertificateLasts(Duration left, State state, String message) throws IOException {
        Identity own = TestPki.issue(TestPki.ca("CN=CA"), "CN=localhost", Dates.NOW);
        TlsFiles files = new TlsFiles(
                Files.writeString(folder.resolve("c.pem"), own.certificatePem()),
                Files.writeString(folder.resolve("k.pem"), own.keyPem()),
                Optional.empty());
        TlsMaterial material = TlsMaterial.read(files);
        Instant end = material.chain().get(0).getNotAfter().toInstant();
        CertificateCheck check = new CertificateCheck(() -> material, Clock.fixed(end.minus(left), ZoneOffset.UTC));

        assertThat(check.look()).isEqualTo(new Finding("certificate", state, message));
        Exposition text = new Exposition();
        check.tell(text);
        assertThat(text.toString().lines().reduce((first, last) -> last).orElseThrow())
                .startsWith("comet_certificate_left_seconds ");
    }
}
