package org.orcacomet.service.internal;

import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.orcacomet.service.Check;
import org.orcacomet.service.Finding;

/**
 * Looks at how much is free where a folder is.
 *
 * @param name what it is called in the report
 * @param folder the folder
 * @param wanted how many bytes must be free
 */
public record FreeSpace(String name, Path folder, LongSupplier wanted) implements Check {
    private static final long MEBIBYTE = 1 << 20;

    @Override
    public Finding look() {
        long free = folder.toFile().getUsableSpace();
        long limit = wanted.getAsLong();
        return free < limit
                ? Finding.warning(
                        name,
                        "only " + free / MEBIBYTE + " MiB are free, under the limit of " + limit / MEBIBYTE
                                + ": make room")
                : Finding.good(name, free / MEBIBYTE + " MiB are free");
    }
}
