package org.orcacomet.launcher.scope;

import java.util.Optional;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenPair;
import org.orcacomet.client.CometClient;
import org.orcacomet.launcher.LaunchException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a command that changes one scope is told. */
final class ChangeOptions {
    @Mixin
    private NamedScopeOptions scope;

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

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    ScopeKey scope() throws LaunchException {
        return scope.scope();
    }

    TokenPair tokens() throws LaunchException {
        return TokenPair.of(scope.readToken(), scope.writeToken(write));
    }

    InputFile file() throws LaunchException {
        return scope.file();
    }

    Precondition precondition() {
        try {
            return revision.map(Revision::of).map(Precondition::is).orElse(Precondition.none());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--revision: " + e.getMessage(), e);
        }
    }

    CometClient open() throws LaunchException {
        return scope.open();
    }
}
