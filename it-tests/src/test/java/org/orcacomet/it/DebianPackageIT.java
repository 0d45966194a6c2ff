package org.orcacomet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.it.MachineCopy.Outcome;

/** The Debian package on a copy of this machine, with the commands of the operator's guide. */
@TestMethodOrder(OrderAnnotation.class)
class DebianPackageIT {
    private static final Path BUILT = Path.of(System.getProperty("comet.deb"));
    private static final String DEB = "/root/comet-server.deb";
    private static final Path GUIDE = Path.of(System.getProperty("comet.guide"));
    private static final Pattern COMMANDS = Pattern.compile("(?s)```sh\n(.*?)```");
    private static final String UNIT = "/lib/systemd/system/comet-server.service";

    @TempDir
    static Path folder;

    private static MachineCopy machine;

    @BeforeAll
    static void copy() throws Exception {
        assumeTrue(MachineCopy.isPossible(), "a copy of the machine takes root, and the right to mount");
        assumeTrue(Files.exists(Path.of("/usr/bin/dpkg")), "this is no Debian");
        machine = MachineCopy.start(folder);
        // The copy's /tmp, or another disk, may hide what was built.
        Files.copy(BUILT, machine.path(DEB));
    }

    @AfterAll
    static void end() throws Exception {
        if (machine != null) {
            machine.close();
        }
    }

    private static String done(String command) throws Exception {
        Outcome outcome = machine.run(command);
        assertThat(outcome.status()).as(outcome.output()).isZero();
        return outcome.output();
    }

    @Test
    @Order(1)
    void control_saysWhatItNeedsAndWhichFilesAreTheOperators() throws Exception {
        assertThat(done("dpkg-deb -f " + DEB))
                .contains("Package: comet-server\n", "Architecture: amd64\n", "java17-runtime-headless")
                .containsPattern("\nVersion: \\d[^\n-]*\n");
        assertThat(done("dpkg-deb -I " + DEB + " conffiles"))
                .contains("/etc/comet/conf/org.orcacomet.http.cfg", "/etc/comet/conf/logback.xml");
        assertThat(done("dpkg-deb -c " + DEB).lines())
                .allSatisfy(line -> assertThat(line).containsPattern("^[-dl].{9} root/root .* \\./"))
                .anySatisfy(line -> assertThat(line).matches("-rwxr-xr-x .*\\./opt/comet-server/bin/comet-server"))
                .anySatisfy(line -> assertThat(line).matches("drwxr-x--- .*\\./etc/comet/tls/"));
    }

    @Test
    @Order(2)
    void install_refusesAFolderThatIsNoPackages() throws Exception {
        done("mkdir -p /opt/comet-server/lib");
        Outcome refused = machine.run("dpkg -i " + DEB);
        assertThat(refused.status()).isNotZero();
        assertThat(refused.output()).contains("move it away, and install again");
        done("rm -r /opt/comet-server");
    }

    @Test
    @Order(3)
    void install_makesTheUserAndAUnitThatSystemdTakes() throws Exception {
        done("dpkg --force-depends -i " + DEB);
        assertThat(done("id comet")).contains("(comet)");
        assertThat(done("stat -c '%U %G %a' /etc/comet/tls")).isEqualTo("root comet 750\n");
        assertThat(done("comet-server help")).contains("serve");
        done("systemd-analyze verify " + UNIT);
        assertThat(done("systemd-analyze security --offline=true --threshold=20 " + UNIT))
                .contains("OK");
    }

    @Test
    @Order(4)
    void guide_makesCertificatesThatServe() throws Exception {
        List<String> commands = COMMANDS.matcher(Files.readString(GUIDE))
                .results()
                .map(found -> found.group(1).replace("comet.example.org", "localhost"))
                .toList();
        assertThat(commands).hasSize(2);
        done("mkdir /root/ca && cd /root/ca\n" + commands.get(0) + commands.get(1));
        for (String who : List.of("orca", "operator", "prometheus")) {
            done("cd /root/ca && mkdir " + who + " && cp ca.pem " + who + " && openssl pkcs12 -export -in " + who
                    + ".pem -inkey " + who + ".key -passout pass:changeit -out " + who + "/client.jks");
        }
        done("echo 'metrics.subjects = CN=prometheus,O=site' >> /etc/comet/conf/org.orcacomet.http.cfg");
        done("cd /etc/comet/conf && rm org.orcacomet.service.cfg"
                + " && printf '%s\\n' 'admin.subjects=[\"CN=other,O=site\",\"CN=operator,O=site\"]'"
                + " 'audit.cardinality.minimum=I\"1\"' > org.orcacomet.service.config");
        try (Service service = new Service()) {
            assertThat(service.as("orca").write(scope("first"), "[1]").statusCode())
                    .isEqualTo(200);
            assertThat(status(service, "orca", "/metrics")).isEqualTo(403);
            assertThat(status(service, "prometheus", "/metrics")).isEqualTo(200);
            assertThat(status(service, "prometheus", "/admin/export")).isEqualTo(403);
            assertThat(status(service, "operator", "/admin/export")).isEqualTo(200);
        }
    }

    @Test
    @Order(5)
    void upgradeAndRollback_keepScopesCertificatesAndConfiguration() throws Exception {
        done("cd /tmp && dpkg-deb -R " + DEB + " newer && sed -i 's/^Version: .*/Version: 99.0/' newer/DEBIAN/control"
                + " && mv newer/opt/comet-server/lib/launcher-*.jar newer/opt/comet-server/lib/launcher-99.0.jar"
                + " && echo '# newer' >> newer/etc/comet/conf/org.orcacomet.http.cfg"
                + " && dpkg-deb -Znone -b newer newer.deb && rm -r newer");
        done("dpkg --force-depends --force-confold -i /tmp/newer.deb");
        assertThat(done("ls /opt/comet-server/lib"))
                .containsOnlyOnce("launcher-")
                .contains("launcher-99.0.jar");
        try (Service service = new Service()) {
            assertThat(service.as("orca").read(scope("first")).body()).contains("[1]");
            assertThat(service.as("orca").write(scope("second"), "[2]").statusCode())
                    .isEqualTo(200);
        }
        assertThat(done("dpkg --force-depends --force-confold -i " + DEB)).contains("downgrading");
        assertThat(done("ls /opt/comet-server/lib"))
                .containsOnlyOnce("launcher-")
                .doesNotContain("99.0");
        try (Service service = new Service()) {
            assertThat(service.as("orca").read(scope("first")).body()).contains("[1]");
            assertThat(service.as("orca").read(scope("second")).body()).contains("[2]");
        }
    }

    @Test
    @Order(6)
    void remove_leavesWhatIsTheOperatorsAndPurgeTakesAllIfItIsTold() throws Exception {
        done("dpkg --remove comet-server");
        done("test ! -e /opt/comet-server && test -e /etc/comet/conf/org.orcacomet.http.cfg");
        done("dpkg --purge comet-server");
        done(
                "test ! -e /etc/comet/conf/org.orcacomet.http.cfg && test -e /etc/comet/tls/server.key && test -d /var/lib/comet/store");
        done("dpkg --force-depends -i " + DEB + " && COMET_PURGE=data dpkg --purge comet-server");
        done("test ! -e /etc/comet && test ! -e /var/lib/comet && test ! -e /opt/comet-server");
    }

    private static int status(Service service, String who, String path) throws Exception {
        return service.as(who).send("GET", path, Map.of(), "").statusCode();
    }

    private static Map<String, String> scope(String key) {
        return Map.of(
                "contextID",
                "slice",
                "family",
                "users",
                "Key",
                key,
                "readToken",
                "ReadToken1",
                "writeToken",
                "WriteToken1");
    }

    /** What the unit starts, as its user, on another port. */
    private static final class Service implements AutoCloseable {
        private static final String READY = "COMET ready ";

        private final Process process;
        private final URI address;

        Service() throws Exception {
            done("install -d -o comet -g comet -m 700 /var/lib/comet");
            List<String> command = new ArrayList<>(
                    List.of("setpriv", "--reuid=comet", "--regid=comet", "--clear-groups", "--no-new-privs"));
            String start = done("sed -n 's/^ExecStart=//p' " + UNIT).strip();
            command.addAll(List.of(start.split(" ")));
            command.addAll(List.of("--port", "0"));
            process = machine.begin(command.toArray(String[]::new));
            address = ready();
        }

        private URI ready() throws IOException {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            StringBuilder output = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                if (line.startsWith(READY)) {
                    return URI.create(line.substring(READY.length()).replace("127.0.0.1", "localhost"));
                }
            }
            throw new AssertionError("the service has ended: " + output);
        }

        Caller as(String who) throws Exception {
            return new Caller(address, machine.path("/root/ca/" + who));
        }

        @Override
        public void close() throws Exception {
            process.children().forEach(ProcessHandle::destroy);
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the service does not end");
            }
        }
    }
}
