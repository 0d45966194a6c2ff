package org.orcacomet.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import orca.operator.OrcaHome;
import orca.operator.OrcaProcess;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Scope;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.client.CometClient;
import org.orcacomet.client.CometClientSettings;

/** A site: COMET, the line to it, and an AM's home; and the AM while it runs. */
final class Site implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(60);

    private final Path folder;
    private final OrcaHome home;
    private final Line line;
    private CometProcess comet;
    private OrcaProcess orca;

    private Site(Path folder, OrcaHome home, Line line, CometProcess comet) {
        this.folder = folder;
        this.home = home;
        this.line = line;
        this.comet = comet;
    }

    /** COMET runs; ORCA is configured for it, without our packages. */
    static Site prepare(Path folder) throws IOException {
        CometProcess comet = CometProcess.start(folder.resolve("comet"));
        Line line = Line.open();
        line.lead(comet.port());
        Path tls = folder.resolve("comet/tls");
        OrcaHome home = OrcaHome.in(folder.resolve("am"))
                .set("comethost", line.address())
                .set("comet.cacert", tls.resolve("ca.pem").toString())
                .set("comet.clientkeystore", tls.resolve("client.jks").toString())
                .set("comet.clientkeystorepwd", "changeit");
        return new Site(folder, home, line, comet);
    }

    /** The same with our packages, and booted. */
    static Site installed(Path folder) throws IOException, InterruptedException {
        Site site = prepare(folder);
        site.install();
        site.boot();
        return site;
    }

    void install() throws IOException {
        home.install(Built.PACKAGE).install(Built.DESCRIPTOR);
        home.set("admin.plugin.comet", "b0c6a1de-3c1e-4f6a-9f43-0c0e70000002,1");
    }

    OrcaHome home() {
        return home;
    }

    OrcaProcess orca() {
        return orca;
    }

    Line line() {
        return line;
    }

    /** Boots the AM; {@code fresh} or {@code recovered}. */
    String boot() throws IOException, InterruptedException {
        orca = home.boot(Built.java(), Built.ORCA.resolve("*").toString(), "-Xmx256m");
        return orca.awaitReady();
    }

    /** SIGKILL, and a recovery boot. */
    void crash() throws IOException, InterruptedException {
        orca.kill();
        boot();
    }

    /** Waits until it halted where it was told to, then boots it. */
    void bootAfterHalt() throws IOException, InterruptedException {
        orca.status();
        boot();
    }

    void killComet() throws InterruptedException {
        line.cut();
        comet.kill();
    }

    void startComet() throws IOException {
        comet = CometProcess.start(folder.resolve("comet"));
        line.lead(comet.port());
    }

    void redeem(Recording unit) throws IOException, InterruptedException {
        orca.order("redeem " + unit.rid() + " " + unit.write(folder));
    }

    void modify(String rid, Recording added) throws IOException, InterruptedException {
        orca.order("modify " + rid + " " + added.write(folder));
    }

    void close(String rid) throws InterruptedException {
        orca.order("close " + rid);
    }

    void awaitState(String rid, String state) {
        await(rid + " " + state).atMost(LONG).until(() -> state(rid).startsWith(state));
    }

    String state(String rid) throws InterruptedException {
        return orca.order("state " + rid);
    }

    void awaitTrace(String part) {
        await(part).atMost(LONG).until(() -> home.trace().stream().anyMatch(each -> each.contains(part)));
    }

    /** What a VM of this unit reads of its own families; the names of those that are not empty lists. */
    List<String> families(Recording unit) throws IOException, CometException {
        return scopes(unit).stream()
                .map(scope -> scope.key().family().toString())
                .sorted()
                .collect(Collectors.toList());
    }

    /** What a VM of this unit reads, with the token that ORCA has saved. */
    List<Scope> scopes(Recording unit) throws IOException, CometException {
        Properties saved = home.unit(unit.rid());
        String token = saved.getProperty("unit.comet.readToken");
        assertThat(token).as("saved token").isNotNull();
        try (CometClient client =
                CometClient.open(CometClientSettings.of(line.address(), folder.resolve("comet/tls/ca.pem"))
                        .build())) {
            ContextId context = ContextId.parse(unit.get("unit.sliceid"));
            return client.comet()
                    .enumerate(context, TokenCodec.readToken(token))
                    .scopes();
        }
    }

    /** All scopes that the store has, whatever their tokens. */
    List<String> census() throws IOException, InterruptedException {
        return CometProcess.census(folder.resolve("comet"), folder);
    }

    void awaitEmptyStore() {
        await("empty store")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(2))
                .ignoreExceptions()
                .until(() -> census().isEmpty());
    }

    Path userData(Recording unit) {
        return home.folder().resolve("orca-comet/user-data/" + unit.get("unit.id") + ".ini");
    }

    /** The log holds nothing that says that ORCA suffered. */
    void assertUnharmed() throws IOException, InterruptedException {
        orca.order("actors");
        assertThat(home.log()).noneMatch(each -> each.contains("Could not dispatch event"));
        assertThat(String.join("\n", Files.readAllLines(home.folder().resolve("stderr.txt"))))
                .doesNotContain("Exception in thread");
    }

    @Override
    public void close() throws IOException {
        if (orca != null) {
            orca.close();
        }
        comet.close();
        line.close();
    }
}
