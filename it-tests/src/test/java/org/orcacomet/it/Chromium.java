package org.orcacomet.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A Chromium without a window, with a home of its own. It trusts the CA of a folder of dev-certs, and shows the client
 * certificate if it is given one, both from the certificate database that is in that home. A policy of the browser
 * chooses the certificate, as nobody is there to be asked; it is laid over the machine's in a name space of the browser's own.
 */
final class Chromium implements AutoCloseable {
    private static final String POLICY =
            "{\"AutoSelectCertificateForUrls\": [\"{\\\"pattern\\\": \\\"https://127.0.0.1\\\", \\\"filter\\\": {}}\"]}";
    private static final List<String> OPTIONS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--remote-debugging-port=0",
            "about:blank");

    private final Path home;
    private final Process process;
    private final DevTools tools;
    private final String session;

    private Chromium(Path home, Process process) throws IOException {
        this.home = home;
        this.process = process;
        this.tools = new DevTools(address());
        JsonNode page =
                tools.call("", "Target.createTarget", DevTools.parameters().put("url", "about:blank"));
        this.session = tools.call(
                        "",
                        "Target.attachToTarget",
                        DevTools.parameters()
                                .put("targetId", page.path("targetId").textValue())
                                .put("flatten", true))
                .path("sessionId")
                .textValue();
        List.of("Page.enable", "Runtime.enable", "Log.enable").forEach(this::call);
    }

    /** One that shows the client certificate of this folder of dev-certs. */
    static Chromium withCertificate(Path home, Path tls) throws Exception {
        prepare(home, tls);
        Path file = home.resolve("client.p12");
        KeyStore from = KeyStore.getInstance("JKS");
        try (InputStream in = Files.newInputStream(tls.resolve("client.jks"))) {
            from.load(in, Caller.PASSWORD);
        }
        store(from, file);
        run("pk12util", "-d", database(home), "-i", file.toString(), "-W", new String(Caller.PASSWORD), "-K", "");
        return start(home);
    }

    /** One that has no certificate to show. */
    static Chromium withoutCertificate(Path home, Path tls) throws Exception {
        prepare(home, tls);
        return start(home);
    }

    private static void store(KeyStore from, Path file) throws GeneralSecurityException, IOException {
        KeyStore to = KeyStore.getInstance("PKCS12");
        to.load(null, null);
        String alias = from.aliases().nextElement();
        to.setKeyEntry(alias, from.getKey(alias, Caller.PASSWORD), Caller.PASSWORD, from.getCertificateChain(alias));
        try (OutputStream out = Files.newOutputStream(file)) {
            to.store(out, Caller.PASSWORD);
        }
    }

    private static void prepare(Path home, Path tls) throws Exception {
        Files.createDirectories(home.resolve(".pki/nssdb"));
        run("certutil", "-d", database(home), "-N", "--empty-password");
        String ca = tls.resolve("ca.pem").toString();
        run("certutil", "-d", database(home), "-A", "-t", "CT,,", "-n", "ca", "-i", ca);
        Path policies = Files.createDirectories(home.resolve("etc/policies/managed"));
        Files.writeString(policies.resolve("comet.json"), POLICY);
    }

    private static String database(Path home) {
        return "sql:" + home.resolve(".pki/nssdb");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new AssertionError(command[0] + " ended with " + process.exitValue());
        }
    }

    private static Chromium start(Path home) throws IOException {
        String program = System.getProperty("chromium");
        String script = "mount --bind \"$1\" /etc/chromium && shift && exec \"$@\"";
        ProcessBuilder builder = new ProcessBuilder(
                "unshare",
                "--mount",
                "--map-root-user",
                "sh",
                "-c",
                script,
                "sh",
                home.resolve("etc").toString(),
                program);
        builder.command().addAll(OPTIONS);
        builder.command().add("--user-data-dir=" + home.resolve("profile"));
        builder.environment().put("HOME", home.toString());
        Process process = builder.redirectOutput(Redirect.DISCARD)
                .redirectError(home.resolve("chromium.err").toFile())
                .start();
        return new Chromium(home, process);
    }

    /** Where it listens, which it writes into its profile. */
    private URI address() throws IOException {
        Path file = home.resolve("profile/DevToolsActivePort");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !process.isAlive()
                        || Files.exists(file) && Files.readString(file).contains("/devtools/"));
        if (!process.isAlive()) {
            throw new AssertionError("chromium ended: " + Files.readString(home.resolve("chromium.err")));
        }
        List<String> lines = Files.readAllLines(file);
        return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
    }

    private JsonNode call(String method) {
        return tools.call(session, method, DevTools.parameters());
    }

    /** Goes to this address, from a page of another. */
    void open(String address) {
        tools.call(session, "Page.navigate", DevTools.parameters().put("url", "about:blank"));
        tools.call(session, "Page.navigate", DevTools.parameters().put("url", address));
    }

    /** What this JavaScript comes to, once it is there; it is not bound by the page's own policy. */
    JsonNode evaluate(String script) {
        JsonNode result = tools.call(
                session,
                "Runtime.evaluate",
                DevTools.parameters()
                        .put("expression", script)
                        .put("awaitPromise", true)
                        .put("returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(result.path("exceptionDetails").toString());
        }
        return result.path("result").path("value");
    }

    /** The text that the page shows. */
    String text() {
        return evaluate("document.body ? document.body.innerText : ''").asText();
    }

    /** Waits until the page shows this. */
    void awaitText(String text) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> org.assertj.core.api.Assertions.assertThat(text()).contains(text));
    }

    void press(String key) {
        for (String type : List.of("keyDown", "keyUp")) {
            tools.call(
                    session,
                    "Input.dispatchKeyEvent",
                    DevTools.parameters()
                            .put("type", type)
                            .put("key", key)
                            .put("code", key)
                            .put("windowsVirtualKeyCode", code(key))
                            .put("text", key.equals("Enter") && type.equals("keyDown") ? "\r" : ""));
        }
    }

    private static int code(String key) {
        return key.equals("Tab") ? 9 : 13;
    }

    void size(int width, int height) {
        tools.call(
                session,
                "Emulation.setDeviceMetricsOverride",
                DevTools.parameters()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
    }

    /** Light or dark. */
    void scheme(String scheme) {
        var parameters = DevTools.parameters();
        parameters
                .putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", scheme);
        tools.call(session, "Emulation.setEmulatedMedia", parameters);
    }

    /** What it looks like, as PNG. */
    byte[] screenshot() {
        return Base64.getDecoder()
                .decode(tools.call(
                                session,
                                "Page.captureScreenshot",
                                DevTools.parameters().put("format", "png"))
                        .path("data")
                        .textValue());
    }

    /** What happened in its pages, of this kind. */
    List<JsonNode> events(String method) {
        return tools.events(method);
    }

    /** It may end before it answers; all of it is gone then, and writes no more into its home. */
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        tools.begin("", "Browser.close", DevTools.parameters());
        CompletableFuture<Void> ended =
                CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        try {
            ended.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            all.forEach(ProcessHandle::destroyForcibly);
            ended.join();
        } finally {
            tools.close();
        }
    }
}
