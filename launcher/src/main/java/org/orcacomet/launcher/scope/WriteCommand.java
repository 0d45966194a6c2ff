package org.orcacomet.launcher.scope;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.orcacomet.api.CometException;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.client.CometClient;
import org.orcacomet.launcher.ExitStatus;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Json;
import org.orcacomet.launcher.output.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a scope. */
@Command(
        name = "write",
        description = {
            "Creates a scope, or modifies it if it is there. Creating takes a certificate that the service trusts; the"
                    + " tokens become the scope's. Modifying takes the scope's tokens and no certificate."
        })
final class WriteCommand implements Callable<Integer> {
    @Mixin
    private ChangeOptions options;

    @Mixin
    private ValueOptions value;

    @Option(names = "--absent", description = "Only if the scope is not there; else exit status 3.")
    private boolean absent;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws LaunchException, CometException {
        ScopeWrite write = ScopeWrite.of(options.scope(), options.tokens(), value.value(options.file()))
                .when(precondition());
        try (CometClient client = options.open()) {
            Optional<Revision> revision = client.comet().write(write);
            output.print(
                    Json.with(Json.of(write.key()), revision),
                    out -> out.println("Written"
                            + revision.map(number -> ", revision " + number).orElse("") + "."));
        }
        return ExitStatus.DONE.code();
    }

    private Precondition precondition() {
        Precondition demanded = options.precondition();
        if (absent && demanded.revision().isPresent()) {
            throw options.wrong("--absent and --revision exclude each other");
        }
        return absent ? Precondition.absent() : demanded;
    }
}
