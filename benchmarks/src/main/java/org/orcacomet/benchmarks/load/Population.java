package org.orcacomet.benchmarks.load;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Slices of one size, and their virtual machines. */
public record Population(String prefix, int slices, int machines) {
    /** What is read and written: ten thousand scopes in slices of ten. */
    public static final Population SMALL_SLICES = new Population("slice", 1_000, 10);

    /** What is listed in long lists: ten thousand scopes in slices of a thousand. */
    public static final Population LARGE_SLICES = new Population("large", 10, 1_000);

    /** Their names. */
    public List<String> names() {
        return IntStream.range(0, slices).mapToObj(i -> prefix + "-" + i).toList();
    }

    /** Their places, slice by slice. */
    public Stream<Place> places() {
        return names().stream().flatMap(name -> IntStream.range(0, machines).mapToObj(i -> new Place(name, "vm-" + i)));
    }
}
