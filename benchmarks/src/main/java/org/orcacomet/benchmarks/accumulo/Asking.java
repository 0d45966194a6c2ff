package org.orcacomet.benchmarks.accumulo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.orcacomet.benchmarks.load.Language;
import org.orcacomet.benchmarks.load.Place;

/** Requests to scopes in the benchmark's own process: the kind, the slice, the machine and the value, with zeros between. */
enum Asking implements Language {
    /** The one language. */
    LANGUAGE;

    private static final String WRITE = "write";
    private static final String READ = "read";
    private static final String LIST = "list";

    @Override
    public byte[] write(Place place, String value) {
        return joined(WRITE, place.slice(), place.machine(), value);
    }

    @Override
    public byte[] read(Place place) {
        return joined(READ, place.slice(), place.machine());
    }

    @Override
    public byte[] list(String slice) {
        return joined(LIST, slice);
    }

    private static byte[] joined(String... parts) {
        return String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
    }

    /** Does what is asked; how many bytes were written or found. */
    static int answer(byte[] request, Scopes scopes) throws IOException {
        String[] parts = new String(request, StandardCharsets.UTF_8).split("\0");
        switch (parts[0]) {
            case WRITE -> {
                scopes.write(new Place(parts[1], parts[2]), parts[3]);
                return request.length;
            }
            case READ -> {
                return scopes.read(new Place(parts[1], parts[2]));
            }
            default -> {
                return scopes.list(parts[1]);
            }
        }
    }
}
