package org.orcacomet.launcher.scope;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.WriteToken;
import org.orcacomet.client.CometClient;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.service.CometOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command for scopes is told: by options, and where they are silent, by an input file. */
class ScopeOptions {
    @Option(
            names = {"-i", "--input"},
            paramLabel = "FILE",
            description = "An input file of today's Python client, JSON: contextId, family, key, readToken, writeToken,"
                    + " value, caCert, cert, certKey. Options win over it.")
    private Optional<Path> input = Optional.empty();

    @Option(names = "--context", paramLabel = "ID", description = "The context: a slice's id.")
    private Optional<String> context = Optional.empty();

    @Option(
            names = "--family",
            paramLabel = "NAME",
            completionCandidates = Families.class,
            description = "The family: ${COMPLETION-CANDIDATES}, or another.")
    private Optional<String> family = Optional.empty();

    @Mixin
    private TokenOptions tokens;

    @Mixin
    private CometOptions comet;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    private Optional<InputFile> file = Optional.empty();

    /** The input file; one without anything if none is named. */
    final InputFile file() throws LaunchException {
        if (file.isEmpty()) {
            file = Optional.of(input.isPresent() ? InputFile.read(input.get()) : InputFile.none());
        }
        return file.get();
    }

    final CometClient open() throws LaunchException {
        return comet.open(file().tls());
    }

    final CometClient openAnonymously() throws LaunchException {
        return comet.openAnonymously(file().tls());
    }

    final ContextId context() throws LaunchException {
        return required(named("--context", context, "contextId"), "--context", ContextId::parse);
    }

    /** The family, if one is named. */
    final Optional<Family> someFamily() throws LaunchException {
        Optional<String> text = named("--family", family, "family");
        return text.isPresent() ? Optional.of(required(text, "--family", Family::parse)) : Optional.empty();
    }

    final Family family() throws LaunchException {
        return required(named("--family", family, "family"), "--family", Family::parse);
    }

    final ReadToken readToken() throws LaunchException {
        return tokens.read(file());
    }

    final WriteToken writeToken(Optional<String> option) throws LaunchException {
        return tokens.write(option, file());
    }

    /** The option's text, or the input file's. */
    final Optional<String> named(String option, Optional<String> text, String member) throws LaunchException {
        if (text.isPresent() && text.get().isEmpty()) {
            throw wrong(option + " is empty");
        }
        return text.isPresent() ? text : file().text(member);
    }

    /** The typed value of a text that must be there. */
    final <T> T required(Optional<String> text, String option, Function<String, T> parser) {
        try {
            return parser.apply(text.orElseThrow(() -> wrong("name " + option + ", or an input file by -i")));
        } catch (IllegalArgumentException e) {
            throw wrong(option + ": " + e.getMessage());
        }
    }

    final ParameterException wrong(String violation) {
        return new ParameterException(command.commandLine(), violation);
    }
}
