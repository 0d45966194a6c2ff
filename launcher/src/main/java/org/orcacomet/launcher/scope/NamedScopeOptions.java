package org.orcacomet.launcher.scope;

import java.util.Optional;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.WriteToken;
import org.orcacomet.client.CometClient;
import org.orcacomet.launcher.LaunchException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a command for one scope is told. */
final class NamedScopeOptions {
    @Mixin
    private ScopeOptions options;

    @Option(names = "--key", paramLabel = "NAME", description = "The key within the family: a VM's reservation id.")
    private Optional<String> key = Optional.empty();

    ScopeKey scope() throws LaunchException {
        EntryKey entry = options.required(options.named("--key", key, "key"), "--key", EntryKey::parse);
        return ScopeKey.of(options.context(), options.family(), entry);
    }

    InputFile file() throws LaunchException {
        return options.file();
    }

    ReadToken readToken() throws LaunchException {
        return options.readToken();
    }

    WriteToken writeToken(Optional<String> option) throws LaunchException {
        return options.writeToken(option);
    }

    CometClient open() throws LaunchException {
        return options.open();
    }
}
