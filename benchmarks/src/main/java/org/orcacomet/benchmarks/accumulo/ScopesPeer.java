package org.orcacomet.benchmarks.accumulo;

import org.orcacomet.benchmarks.load.Language;
import org.orcacomet.benchmarks.load.LocalWire;
import org.orcacomet.benchmarks.load.Operation;
import org.orcacomet.benchmarks.load.Peer;
import org.orcacomet.benchmarks.load.Wire;

/** Scopes that are asked in the benchmark's own process, by as many threads as there are connections. */
record ScopesPeer(String name, Scopes scopes) implements Peer {
    @Override
    public long pid() {
        return ProcessHandle.current().pid();
    }

    @Override
    public boolean answers(Operation operation) {
        return operation != Operation.FRESH_READ;
    }

    @Override
    public Language language() {
        return Asking.LANGUAGE;
    }

    @Override
    public Wire connect() {
        return (LocalWire) request -> Asking.answer(request, scopes);
    }

    @Override
    public void close() {
        scopes.close();
    }
}
