package org.orcacomet.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import orca.operator.OrcaHome;
import orca.operator.OrcaProcess;
import org.orcacomet.api.CometException;
import org.orcacomet.api.Scope;

/** A site: COMET, the line to it, and an AM's home; and the AM while it runs. */
final class Site implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(60);

    private final String slice = UUID.randomUUID().toString();
    private final Path folder;
    private final OrcaHome home;
    private final Line line;
    private final Comet comet;
    private final List<String> jvm;
    private OrcaProcess orca;

    private Site(Path folder, Line line, Comet comet, List<String> jvm) throws IOException {
        this.folder = folder;
        this.home = OrcaHome.in(folder.resolve("am"));
        this.line = line;
        this.comet = comet;
        this.jvm = new ArrayList<>(jvm);
        this.jvm.add("-Xmx256m");
    }

    /** COMET runs, and has nothing; ORCA is configured for it, without our packages. */
    static Site prepare(Path folder) throws IOException {
        return prepare(folder, Comet.empty(), Built.brief());
    }

    /** The same with this COMET, which stays the caller's, and these options for ORCA's JVM. */
    static Site prepare(Path folder, Comet comet, List<String> jvm) throws IOException {
        Site site = new Site(folder, Line.open(), comet, jvm);
        site.line.lead(comet.port());
        for (Map.Entry<String, String> property :
                comet.identity().properties(site.line.address()).entrySet()) {
            site.home.set(property.getKey(), property.getValue());
        }
        site.home.set("orca.comet.config.org.orcacomet.journal/backoff.max.ms", "500");
        return site;
    }

    /** With our packages, and booted. */
    static Site installed(Path folder) throws IOException, InterruptedException {
        Site site = prepare(folder);
        site.install();
        site.boot();
        return site;
    }

    /** What a join got, in a slice that no other site has. */
    Recording join(String name) throws IOException {
        return Recording.join(name).with("unit.sliceid", slice);
    }

    void install() throws IOException {
        home.install(Built.PACKAGE).install(Built.DESCRIPTOR);
        home.set("admin.plugin.comet", "b0c6a1de-3c1e-4f6a-9f43-0c0e70000002,1");
    }

    OrcaHome home() {
        return home;
    }

    Comet comet() {
        return comet;
    }

    OrcaProcess orca() {
        return orca;
    }

    Line line() {
        return line;
    }

    /** Boots the AM; {@code fresh} or {@code recovered}. */
    String boot() throws IOException, InterruptedException {
        orca = home.boot(Built.java(), Built.ORCA.resolve("*").toString(), jvm.toArray(new String[0]));
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

    void killComet() {
        line.cut();
        comet.kill();
    }

    void startComet() throws IOException {
        comet.start();
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

    /** Waits for the end of a modify; its message, as the service manager gets it. */
    String awaitModified(String rid, int number) throws IOException {
        String message = "unit.modify." + number + ".message";
        await("modify " + number + " of " + rid).atMost(LONG).until(() -> home.unit(rid)
                .containsKey(message));
        awaitState(rid, "[Active, None]");
        return home.unit(rid).getProperty(message);
    }

    void awaitTrace(String part) {
        await(part).atMost(LONG).until(() -> home.trace().stream().anyMatch(each -> each.contains(part)));
    }

    /** The names of the families that COMET has of a unit. */
    List<String> families(Recording unit) throws IOException, CometException {
        return scopes(unit).stream()
                .map(scope -> scope.key().family().toString())
                .sorted()
                .collect(Collectors.toList());
    }

    /** What COMET has of a unit. */
    List<Scope> scopes(Recording unit) throws IOException, CometException {
        try (Scopes scopes = reader()) {
            return scopes.all(home.unit(unit.rid()));
        }
    }

    /** Reads what COMET has. */
    Scopes reader() {
        return Scopes.at(line.address(), comet.identity());
    }

    /** All scopes that the store has, whatever their tokens. */
    List<String> census() throws IOException {
        return comet.census();
    }

    void awaitEmptyStore() {
        await("empty store")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(300))
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
        line.close();
    }
}
