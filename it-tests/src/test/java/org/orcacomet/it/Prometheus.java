package org.orcacomet.it;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A real Prometheus, as a process of its own. */
final class Prometheus implements AutoCloseable {
    private static final Pattern LISTENS = Pattern.compile("msg=\"Listening on\" address=(\\S+:\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Path log;

    private Prometheus(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it with this configuration, and its data beside it. */
    static Prometheus start(Path program, Path configuration) throws IOException {
        Path log = configuration.resolveSibling("prometheus.log");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + configuration.resolveSibling("prometheus"),
                        "--web.listen-address=127.0.0.1:0")
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        return new Prometheus(process, log);
    }

    private Optional<URI> address() throws IOException {
        return LISTENS.matcher(Files.readString(log))
                .results()
                .map((MatchResult found) -> URI.create("http://" + found.group(1)))
                .findFirst();
    }

    /** What it answers to this path, once that is what is wanted. */
    String await(String path, Predicate<String> wanted) {
        return Awaitility.await().atMost(PATIENCE).until(() -> get(path), wanted::test);
    }

    /** What it answers to this query, once that is something. */
    String query(String query) {
        String path = "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        return await(path, answer -> answer.contains("\"metric\":") || answer.contains("\"status\":\"error\""));
    }

    private String get(String path) throws IOException, InterruptedException {
        Optional<URI> address = address();
        if (address.isEmpty()) {
            return "";
        }
        HttpRequest request =
                HttpRequest.newBuilder(address.get().resolve(path)).build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
