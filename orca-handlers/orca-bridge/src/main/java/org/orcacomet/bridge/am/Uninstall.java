package org.orcacomet.bridge.am;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.orcacomet.bridge.Embedded;
import org.orcacomet.bridge.Home;
import org.orcacomet.orca.spi.LifecycleException;
import org.slf4j.Logger;

/**
 * Takes what ORCA has stored of the plugin out of its database, so that its next boot works without. Asked by a file,
 * as ORCA has no other door: {@code bin/orca-comet-uninstall} writes it, and waits for the answer.
 */
final class Uninstall {
    /** The package with the jars, the bundles and the handlers. */
    static final String PACKAGE = "b0c6a1de-3c1e-4f6a-9f43-0c0e70000001";
    /** The package that has nothing but the plugin's descriptor. */
    static final String PLUGIN_PACKAGE = "b0c6a1de-3c1e-4f6a-9f43-0c0e70000002";

    private static final Duration FRESH = Duration.ofMinutes(2);
    private static final String FORCE = "force";
    private static final String OWED = "journal.owed";

    private final Path request;
    private final Path answer;
    private final ActorProcess orca;
    private final Registration registration;
    private final Embedded plugin;
    private final Logger log;

    /** Looks in the folder below ORCA's home. */
    Uninstall(ActorProcess orca, Registration registration, Embedded plugin, Logger log) {
        Path folder = Home.below(orca.home());
        this.request = folder.resolve("uninstall.request");
        this.answer = folder.resolve("uninstall.answer");
        this.orca = orca;
        this.registration = registration;
        this.plugin = plugin;
        this.log = log;
    }

    /** Does what is asked, if anything is; a request that nobody waits for any more is dropped. */
    void look() {
        if (!Files.exists(request)) {
            return;
        }
        LastResort.take("uninstalling", () -> {
            long age = System.currentTimeMillis()
                    - Files.getLastModifiedTime(request).toMillis();
            boolean force = Files.readAllLines(request, UTF_8).contains(FORCE);
            Files.delete(request);
            if (age < FRESH.toMillis()) {
                answer(uninstall(force));
            }
        });
    }

    private List<String> uninstall(boolean force) {
        String owed = owed();
        if (!owed.equals("0") && !force) {
            return Collections.singletonList("owed " + owed);
        }
        try {
            registration.remove();
        } catch (Throwable failure) {
            log.error("ORCA does not forget Orca-COMET's management object", failure);
            return Collections.singletonList("failed " + line(failure));
        }
        List<String> lines = new ArrayList<>(Collections.singletonList("done"));
        for (String id : Arrays.asList(PLUGIN_PACKAGE, PACKAGE)) {
            lines.add("package " + id + ": " + forget(id));
        }
        log.warn("Orca-COMET is uninstalled; it works until ORCA stops, and is gone at its next start");
        return lines;
    }

    private String owed() {
        if (!plugin.configured()) {
            return "0";
        }
        try {
            return plugin.slivers().health().getOrDefault(OWED, "unknown");
        } catch (LifecycleException e) {
            log.warn("what is owed is not known: {}", e.getMessage());
            return "unknown";
        }
    }

    private String forget(String id) {
        try {
            return "ORCA's code " + orca.uninstall(id);
        } catch (Throwable failure) {
            log.warn("ORCA does not forget package {}", id, failure);
            return line(failure);
        }
    }

    private static String line(Throwable failure) {
        String text = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return text.replaceAll("\\s+", " ");
    }

    private void answer(List<String> lines) throws IOException {
        Path draft = answer.resolveSibling("uninstall.answer.new");
        Files.write(draft, lines, UTF_8);
        Files.move(draft, answer, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
