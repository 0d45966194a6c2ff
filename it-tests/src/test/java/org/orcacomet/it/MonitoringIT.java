package org.orcacomet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution under a real Prometheus, with the files of its {@code monitoring}. */
class MonitoringIT {
    private static final Path PROMETHEUS = Path.of(System.getProperty("prometheus"));
    private static final Path FILES = Path.of(System.getProperty("monitoring"));
    private static final Pattern METRIC = Pattern.compile("\\b(?:comet|jvm|process)_[a-z_]+[a-z]\\b");
    private static final Pattern QUERY = Pattern.compile("\"expr\": \"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern RULE = Pattern.compile("\"query\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Map<String, String> SCOPE = Map.of(
            "contextID",
            "slice",
            "family",
            "users",
            "Key",
            "vm",
            "readToken",
            "ReadToken1",
            "writeToken",
            "WriteToken1");

    @TempDir
    static Path folder;

    private static Server server;
    private static Caller caller;
    private static Prometheus prometheus;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Files.exists(PROMETHEUS.resolve("promtool")), "there is no Prometheus; .ci/prometheus DIR fetches it");
        server = Server.start(
                folder.resolve("data"), "--set", "org.orcacomet.http/metrics.subjects=CN=COMET throw-away client");
        Path tls = folder.resolve("data/tls");
        URI address = server.address();
        caller = new Caller(address, tls);
        caller.write(SCOPE, "[]");
        caller.read(SCOPE);
        caller.send("GET", "/enumerateScope", Map.of("contextID", "slice", "readToken", "ReadToken1"), "");
        prometheus = Prometheus.start(PROMETHEUS.resolve("prometheus"), configuration(address, tls));
    }

    /** The one that we ship, with this service's address and certificates, and quicker. */
    private static Path configuration(URI address, Path tls) throws IOException {
        Files.copy(FILES.resolve("comet-alerts.yml"), folder.resolve("comet-alerts.yml"));
        String shipped = Files.readString(FILES.resolve("prometheus.yml"));
        String own = shipped.replace("comet.example.org:8111", "localhost:" + address.getPort())
                .replace("/etc/prometheus/comet", tls.toString())
                .replace("15s", "1s");
        return Files.writeString(folder.resolve("prometheus.yml"), own);
    }

    @AfterAll
    static void stop() throws Exception {
        if (prometheus != null) {
            prometheus.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private static String metrics() throws Exception {
        return caller.send("GET", "/metrics", Map.of(), "").body();
    }

    @Test
    void metrics_passPromtoolsRules() throws Exception {
        Path text = Files.writeString(folder.resolve("metrics"), metrics());
        assertThat(promtool(text, "check", "metrics")).isEmpty();
    }

    @Test
    void alertRules_passTheirTests() throws Exception {
        String tests = FILES.resolve("comet-alerts-test.yml").toString();
        assertThat(promtool(Path.of("/dev/null"), "test", "rules", tests)).contains("SUCCESS");
    }

    @Test
    void alertRules_areTakenAndAskForWhatTheMetricsHave() throws Exception {
        String rules = prometheus.await("/api/v1/rules", answer -> count(answer, "\"health\":\"ok\"") == 14);
        assertThat(rules).doesNotContain("\"health\":\"err\"").contains("\"name\":\"CometNotReady\"");
        assertThat(metricsOf(strings(rules, RULE))).isSubsetOf(names(metrics()));
    }

    @Test
    void dashboard_asksForWhatTheMetricsHaveAndIsAnswered() throws Exception {
        caller.read(Map.of("contextID", "slice", "family", "users", "Key", "vm", "readToken", "Another1Token"));
        List<String> queries = strings(Files.readString(FILES.resolve("comet-dashboard.json")), QUERY);

        assertThat(queries).hasSizeGreaterThan(25);
        assertThat(metricsOf(queries)).isSubsetOf(names(metrics()));
        for (String query : queries) {
            String own = query.replace("$instance", ".*").replace("$__rate_interval", "1m");
            assertThat(prometheus.query(own)).as(own).contains("\"metric\":");
        }
    }

    /** What this pattern finds in a JSON text. */
    private static List<String> strings(String text, Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1)
                        .replace("\\\"", "\"")
                        .replace("\\u003e", ">")
                        .replace("\\u003c", "<"))
                .toList();
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    private static Set<String> metricsOf(List<String> queries) {
        return queries.stream()
                .flatMap(query -> METRIC.matcher(query).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** The names of all samples. */
    private static Set<String> names(String metrics) {
        return metrics.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
    }

    /** What promtool says of it; it must be content. */
    private static String promtool(Path input, String... arguments) throws Exception {
        String program = PROMETHEUS.resolve("promtool").toString();
        Process promtool = new ProcessBuilder(
                        Stream.concat(Stream.of(program), Stream.of(arguments)).toList())
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor()).as(output).isZero();
        return output;
    }
}
