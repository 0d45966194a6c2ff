package org.orcacomet.trials.deployment;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import org.orcacomet.trials.service.TrialFailure;

/** Throw-away certificates that several heads share, so that a caller trusts one as the other. */
final class DevCerts {
    private DevCerts() {}

    /** Makes them in this folder, which is not there yet. */
    static Path make(Path server, Path folder) throws IOException, TrialFailure, InterruptedException {
        List<String> command = List.of(server.resolve("bin/comet-server").toString(), "dev-certs", folder.toString());
        if (new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).start().waitFor() != 0) {
            throw new TrialFailure("dev-certs made no certificates");
        }
        return folder;
    }
}
