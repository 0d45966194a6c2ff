package org.orcacomet.http.internal.wire;

import java.util.Optional;
import java.util.stream.Stream;

/** What administrators can do with all scopes at once. */
enum Transfer {
    EXPORT("GET", "admin/export"),
    IMPORT("POST", "admin/import");

    private final String method;
    private final String path;

    Transfer(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** The transfer of this path, without the slashes around it. */
    static Optional<Transfer> find(String path) {
        return Stream.of(values())
                .filter(transfer -> transfer.path.equals(path))
                .findFirst();
    }

    /** The methods and paths of all transfers. */
    static Stream<String> routes() {
        return Stream.of(values()).map(transfer -> transfer.method + " /" + transfer.path);
    }

    /** The method that it takes. */
    String method() {
        return method;
    }
}
