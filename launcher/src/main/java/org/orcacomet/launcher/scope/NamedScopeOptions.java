package org.orcacomet.launcher.scope;

import java.util.Optional;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.launcher.LaunchException;
import picocli.CommandLine.Option;

/** What a command for one scope is told. */
class NamedScopeOptions extends ScopeOptions {
    @Option(names = "--key", paramLabel = "NAME", description = "The key within the family: a VM's reservation id.")
    private Optional<String> key = Optional.empty();

    final ScopeKey scope() throws LaunchException {
        return ScopeKey.of(context(), family(), required(named("--key", key, "key"), "--key", EntryKey::parse));
    }
}
