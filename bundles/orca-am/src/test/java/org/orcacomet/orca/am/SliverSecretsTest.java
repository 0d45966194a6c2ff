package org.orcacomet.orca.am;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.orca.spi.SliverAnswer;

/** Tokens, passwords and values go to COMET, the journal and the user data, and nowhere else. */
class SliverSecretsTest {
    private static final String MARK = "Marked1";

    private final Map<String, String> unit = Recorded.unit("storage-node0-01-join");
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final StringBuilder shown = new StringBuilder();

    @TempDir
    Path folder;

    @BeforeEach
    void mark() {
        System.setErr(new PrintStream(log, true));
        unit.put("unit.comet.readToken", MARK + "UnitRead");
        unit.put("unit.comet.writeToken", MARK + "UnitWrite");
        unit.put("slice.comet.readToken", MARK + "SliceRead");
        unit.put("slice.comet.writeToken", MARK + "SliceWrite");
        unit.put("unit.storage1.target.chap_password", MARK + "Password");
        unit.put("comet.clientkeystorepwd", MARK + "KeyStore");
        unit.put("config.ssh.user1.keys", MARK + "Key");
        unit.put("modify.subcommand.1", "modify.ssh");
        unit.put("modify.1.login", "eve");
        unit.put("modify.1.sudo", "no");
        unit.put("modify.1.keys", MARK + "Added");
    }

    @AfterEach
    void restore() {
        System.setErr(before);
    }

    private Map<String, String> with(String property, String value) {
        Map<String, String> changed = new TreeMap<>(unit);
        changed.put(property, value);
        return changed;
    }

    private void fails(ThrowingCallable call) {
        Throwable failure = catchThrowable(call);
        assertThat(failure).isNotNull();
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        shown.append(trace);
    }

    @Test
    void nothingShowsASecret() throws Exception {
        MemoryComet comet = new MemoryComet();
        try (AggregateManager manager = AggregateManager.start(folder, comet)) {
            SliverScopes slivers = manager.slivers();
            SliverAnswer answer = slivers.join(unit);
            shown.append(answer).append(slivers.health());
            slivers.modify(unit);
            fails(() -> slivers.modify(with("modify.1.sudo", MARK)));
            fails(() -> slivers.modify(with("modify.subcommand.1", MARK)));
            fails(() -> slivers.put(unit, MARK, unit));
            fails(() -> slivers.remove(unit, "interfaces", MARK));
            fails(() -> slivers.join(with("unit.storage1.target.port", MARK)));
            fails(() -> slivers.join(with("comethost", MARK)));
            fails(() -> slivers.join(with("unit.hostname", MARK + "\n" + MARK)));
            fails(() -> slivers.join(with("unit.rid", MARK + "\n" + MARK)));
            manager.journal().stopPayingWith(comet);
            SliverSettings impatient = SliverSettings.defaults().joiningWithin(Duration.ofMillis(20));
            fails(() -> new SliverScopes(manager.journal(), impatient).join(unit));
            manager.journal().payWith(comet);
            slivers.leave(unit);
            manager.awaitNothingOwed();
        }
        assertThat(shown.toString()).contains("modify.1.sudo").doesNotContain(MARK);
        assertThat(log.toString("UTF-8")).contains(unit.get("unit.rid")).doesNotContain(MARK);
    }
}
