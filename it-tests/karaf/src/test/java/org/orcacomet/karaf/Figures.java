package org.orcacomet.karaf;

import java.util.stream.Stream;

/**
 * What a process held at a moment, garbage collected.
 *
 * @param threads its threads
 * @param classes its classes
 * @param heap bytes
 * @param descriptors open files and sockets
 * @param replaced class loaders of bundles that were redeployed until then
 * @param kept those of them that are still there
 */
record Figures(long threads, long classes, long heap, long descriptors, long replaced, long kept) {
    private static final long MEGABYTE = 1 << 20;

    static Figures parse(String line) {
        long[] numbers = Stream.of(line.split(" ")).mapToLong(Long::parseLong).toArray();
        return new Figures(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    }

    @Override
    public String toString() {
        return threads + " threads, " + classes + " classes, " + heap / MEGABYTE + " MB, " + descriptors
                + " descriptors, " + kept + " of " + replaced + " class loaders";
    }
}
