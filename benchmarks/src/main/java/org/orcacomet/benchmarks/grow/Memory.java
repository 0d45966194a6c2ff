package org.orcacomet.benchmarks.grow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;

/** Memory of a process that is in the machine's, in MiB. */
record Memory(long resident) {
    private static final String RESIDENT = "VmRSS:";
    private static final int KIB = 1024;

    static Memory of(long pid) throws IOException {
        String status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
        int begin = status.indexOf(RESIDENT) + RESIDENT.length();
        return new Memory(new Scanner(status.substring(begin)).nextLong() / KIB);
    }

    @Override
    public String toString() {
        return Long.toString(resident);
    }
}
