package org.orcacomet.launcher.scope;

import java.util.Optional;

/** The environment of the process: the one place that looks at it. */
final class Environment {
    private Environment() {}

    static Optional<String> get(String variable) {
        return Optional.ofNullable(System.getenv(variable));
    }
}
