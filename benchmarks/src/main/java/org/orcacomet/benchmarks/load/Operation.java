package org.orcacomet.benchmarks.load;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is asked of a server. */
public enum Operation {
    /** A value takes the place of another, durably. */
    WRITE("write", language -> writes(language, Population.SMALL_SLICES)),
    /** A value is read, the newest that was acknowledged. */
    READ("read", Operation::reads),
    /** A slice of ten is listed. */
    ENUMERATE_10("enumerate-10", language -> lists(language, Population.SMALL_SLICES)),
    /** A slice of a thousand is listed. */
    ENUMERATE_1000("enumerate-1000", language -> lists(language, Population.LARGE_SLICES)),
    /** A virtual machine's round: of ten calls seven read, one writes, two list slices of ten. */
    MIXED("mixed", Operation::rounds),
    /** A read, on a connection of its own. */
    FRESH_READ("fresh-read", Operation::reads);

    private static final int READS_IN_TEN = 7;
    private static final int CALLS = 10;

    private final String title;
    private final Function<Language, Stream<Request>> spelling;

    Operation(String title, Function<Language, Stream<Request>> spelling) {
        this.title = title;
        this.spelling = spelling;
    }

    /** All its requests. A load takes one after the other from it by chance. */
    public Request[] requests(Language language) {
        return spelling.apply(language).toArray(Request[]::new);
    }

    /** What must be there before: all places of all slices. */
    public static Stream<Request> filling(Language language) {
        return Stream.of(Population.SMALL_SLICES, Population.LARGE_SLICES).flatMap(slices -> writes(language, slices));
    }

    private static Stream<Request> writes(Language language, Population slices) {
        return slices.places().map(place -> write(language, place));
    }

    private static Stream<Request> reads(Language language) {
        return Population.SMALL_SLICES.places().map(place -> read(language, place));
    }

    private static Stream<Request> lists(Language language, Population slices) {
        return slices.names().stream().map(name -> list(language, name, slices));
    }

    private static Stream<Request> rounds(Language language) {
        List<Place> places = Population.SMALL_SLICES.places().toList();
        return IntStream.range(0, places.size()).mapToObj(i -> inRound(language, places.get(i), i % CALLS));
    }

    private static Request inRound(Language language, Place place, int call) {
        if (call < READS_IN_TEN) {
            return read(language, place);
        }
        return call == READS_IN_TEN ? write(language, place) : list(language, place.slice(), Population.SMALL_SLICES);
    }

    private static Request write(Language language, Place place) {
        return new Request(language.write(place, Values.of(place)), 1);
    }

    private static Request read(Language language, Place place) {
        return new Request(language.read(place), Values.BYTES);
    }

    private static Request list(Language language, String slice, Population slices) {
        return new Request(language.list(slice), slices.machines() * Values.BYTES);
    }

    @Override
    public String toString() {
        return title;
    }
}
