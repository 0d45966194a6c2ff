package org.orcacomet.trials.crash;

import java.io.IOException;
import java.nio.file.Path;
import org.orcacomet.trials.service.TrialFailure;

/** One kind of trouble for the service, and the look at what it has left. */
@FunctionalInterface
interface Scenario {
    /** Makes the trouble, in a folder of its own. */
    void run(Path folder) throws IOException, InterruptedException, TrialFailure;
}
