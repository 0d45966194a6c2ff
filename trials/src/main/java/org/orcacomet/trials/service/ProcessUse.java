package org.orcacomet.trials.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process has used up to now, as Linux counts it: milliseconds of CPU, and its memory in MiB now. */
public record ProcessUse(long cpuMillis, long residentMib, long threads) {
    /** Linux counts CPU time in hundredths of a second, whatever its kernel's own clock. */
    private static final int TICK_MILLIS = 10;

    private static final int UTIME = 11;
    private static final int STIME = 12;

    /** Of the process with this number, all its threads, in user and in kernel mode. */
    public static ProcessUse of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        String stat = Files.readString(process.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        List<String> status = Files.readAllLines(process.resolve("status"));
        return new ProcessUse(
                (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME])) * TICK_MILLIS,
                number(status, "VmRSS:") / 1024,
                number(status, "Threads:"));
    }

    private static long number(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    /** How many seconds of CPU it has used since. */
    public double secondsSince(ProcessUse before) {
        return (cpuMillis - before.cpuMillis) / 1000.0;
    }

    /** How many CPUs it has kept busy since, over so many milliseconds. */
    public double cpusSince(ProcessUse before, long millis) {
        return (cpuMillis - before.cpuMillis) / (double) millis;
    }
}
