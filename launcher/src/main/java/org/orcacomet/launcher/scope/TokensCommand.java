package org.orcacomet.launcher.scope;

import java.util.concurrent.Callable;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenGenerator;
import org.orcacomet.api.TokenPair;
import org.orcacomet.launcher.ExitStatus;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Json;
import org.orcacomet.launcher.output.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes a pair of tokens. */
@Command(
        name = "tokens",
        description = {
            "Makes a pair of tokens that COMET takes, and prints it. It talks to no service.",
            "Keep it in a file of your own: (umask 077; comet scope tokens > FILE), for --token-file FILE."
        })
final class TokensCommand implements Callable<Integer> {
    @Mixin
    private Output output;

    @Override
    public Integer call() throws LaunchException {
        TokenPair pair = new TokenGenerator().pair();
        String read = TokenCodec.reveal(pair.read());
        String write = TokenCodec.reveal(pair.write());
        output.print(Json.object().put("readToken", read).put("writeToken", write), out -> {
            out.println("readToken=" + read);
            out.println("writeToken=" + write);
        });
        return ExitStatus.DONE.code();
    }
}
