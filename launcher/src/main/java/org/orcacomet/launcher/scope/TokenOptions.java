package org.orcacomet.launcher.scope;

import java.nio.file.Path;
import java.util.Optional;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.WriteToken;
import org.orcacomet.launcher.LaunchException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the tokens come from: an option, a file, the input file, the environment, in this order. */
final class TokenOptions {
    @Option(
            names = "--read-token",
            paramLabel = "TOKEN",
            description = "The scope's read token. Others on this machine can see it: --token-file and the"
                    + " environment's COMET_READ_TOKEN they cannot.")
    private Optional<String> read = Optional.empty();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "A file of mode 600 with the lines readToken=... and writeToken=..., as scope tokens prints"
                    + " them.")
    private Optional<Path> file = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    ReadToken read(InputFile input) throws LaunchException {
        return TokenCodec.readToken(find(read, "readToken", "COMET_READ_TOKEN", input)
                .orElseThrow(() -> missing("--read-token, --token-file, COMET_READ_TOKEN")));
    }

    /** A write token, which only some commands have an option for. */
    WriteToken write(Optional<String> option, InputFile input) throws LaunchException {
        return TokenCodec.writeToken(find(option, "writeToken", "COMET_WRITE_TOKEN", input)
                .orElseThrow(() -> missing("--write-token, --token-file, COMET_WRITE_TOKEN")));
    }

    private Optional<String> find(Optional<String> option, String member, String variable, InputFile input)
            throws LaunchException {
        Optional<String> found = option;
        if (found.isEmpty() && file.isPresent()) {
            found = TokenFile.read(file.get()).get(member);
        }
        if (found.isEmpty()) {
            found = input.text(member);
        }
        return found.or(() -> Environment.get(variable)).filter(token -> !token.isBlank());
    }

    private ParameterException missing(String sources) {
        return new ParameterException(
                command.commandLine(), "a token is missing: give it by " + sources + ", or an input file by -i");
    }
}
