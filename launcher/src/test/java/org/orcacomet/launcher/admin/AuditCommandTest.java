package org.orcacomet.launcher.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.launcher.Run;
import org.orcacomet.launcher.certificates.DevCertificates;
import org.orcacomet.launcher.service.FakeService;
import org.orcacomet.launcher.service.FakeService.Said;

class AuditCommandTest {
    private static final String REST = "write  c        f       k    7         done";

    @TempDir
    static Path folder;

    @BeforeAll
    static void make() throws Exception {
        DevCertificates.create(folder.resolve("tls"));
    }

    private static Run audit(Function<String, Said> answers) throws Exception {
        try (FakeService service = new FakeService(folder.resolve("tls"), answers)) {
            return Run.of(
                    List.of(("admin audit --at https://localhost:" + service.port() + " --tls " + folder.resolve("tls"))
                            .split(" ")));
        }
    }

    private static List<String> lines(String... changes) throws Exception {
        String value = ("'changes':[" + String.join(",", changes) + "]").replace('\'', '"');
        Run run = audit(call -> Said.of(200, "these", value));
        assertThat(run.err()).isEmpty();
        return run.out().lines().skip(1).toList();
    }

    private static String by(String standing, String subject) {
        return "{'time':'T'," + standing + "'subject':'" + subject + "','call':'write','contextId':'c','family':'f',"
                + "'key':'k','revision':7,'outcome':'done'}";
    }

    @Test
    void subject_thatIsNotProvenIsMarked() throws Exception {
        assertThat(lines(
                        by("'standing':'trusted',", "CN=orca-admin"),
                        by("'standing':'valid',", "CN=orca-admin"),
                        by("'standing':'anonymous',", ""),
                        by("", "CN=orca-admin")))
                .containsExactly(
                        "T     CN=orca-admin                            " + REST,
                        "T     CN=orca-admin (says so, is not trusted)  " + REST,
                        "T     -                                        " + REST,
                        "T     CN=orca-admin (says so, is not trusted)  " + REST);
    }

    @Test
    void line_thatStandsForManySaysHowMany() throws Exception {
        assertThat(lines("{'time':'T','standing':'','subject':'','keyFingerprint':'','call':'refusals','contextId':'',"
                        + "'family':'','key':'','outcome':'refused','count':1234}"))
                .singleElement()
                .asString()
                .matches("T +- +refusals \\(1234\\)  - +- +- +- +refused");
    }

    @Test
    void service_withoutAnAuditSaysSo() throws Exception {
        audit(call -> call.equals("GET /admin/audit")
                        ? Said.of(404, "this service has no audit", "")
                        : Said.of(200, "these", "\"contexts\":[]"))
                .assertFailed(4, ": this service has no audit");
        audit(call -> Said.of(404, "there is no such call", "")).assertFailed(1, "it is of an earlier version");
    }
}
