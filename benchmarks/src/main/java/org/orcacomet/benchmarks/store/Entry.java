package org.orcacomet.benchmarks.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.orcacomet.benchmarks.load.Language;
import org.orcacomet.benchmarks.load.Place;

/** A name and a value, as a store takes them; in a request a zero stands between the two. */
record Entry(byte[] name, byte[] value) {
    /** Requests that are writes of entries. */
    static final Language LANGUAGE = new Language() {
        @Override
        public byte[] write(Place place, String value) {
            return (place.slice() + '/' + place.machine() + '\0' + value).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] read(Place place) {
            throw new UnsupportedOperationException("a store is written to alone");
        }

        @Override
        public byte[] list(String slice) {
            throw new UnsupportedOperationException("a store is written to alone");
        }
    };

    static Entry of(byte[] request) {
        int end = 0;
        while (request[end] != 0) {
            end++;
        }
        return new Entry(Arrays.copyOf(request, end), Arrays.copyOfRange(request, end + 1, request.length));
    }

    Place place() {
        String[] names = new String(name, StandardCharsets.UTF_8).split("/");
        return new Place(names[0], names[1]);
    }
}
