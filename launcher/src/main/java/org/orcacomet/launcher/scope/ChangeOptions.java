package org.orcacomet.launcher.scope;

import java.util.Optional;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.Revision;
import org.orcacomet.api.TokenPair;
import org.orcacomet.launcher.LaunchException;
import picocli.CommandLine.Option;

/** What a command that changes one scope is told. */
final class ChangeOptions extends NamedScopeOptions {
    @Option(
            names = "--write-token",
            paramLabel = "TOKEN",
            description = "The scope's write token; as for --read-token, a file or COMET_WRITE_TOKEN is better.")
    private Optional<String> write = Optional.empty();

    @Option(
            names = "--revision",
            paramLabel = "N",
            description = "Only if the scope is still at this revision; else exit status 3.")
    private Optional<Long> revision = Optional.empty();

    TokenPair tokens() throws LaunchException {
        return TokenPair.of(readToken(), writeToken(write));
    }

    Precondition precondition() {
        try {
            return revision.map(Revision::of).map(Precondition::is).orElse(Precondition.none());
        } catch (IllegalArgumentException e) {
            throw wrong("--revision: " + e.getMessage());
        }
    }
}
