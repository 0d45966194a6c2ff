package org.orcacomet.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.orcacomet.benchmarks.report.SliceTable;
import org.orcacomet.benchmarks.slice.SliceCreator;
import org.orcacomet.trials.service.TrialFailure;

/** The creation of slices of a hundred virtual machines, by one creator and the other in turn. */
final class Slices {
    private static final int MACHINES = 100;
    private static final int WARM_UP = 5;

    private final List<SliceCreator> creators;
    private final SliceTable table;
    private int created;

    /** The first of the creators is the one that the others are compared with. */
    Slices(List<SliceCreator> creators, SliceTable table) {
        this.creators = creators;
        this.table = table;
    }

    void measure(int rounds) throws IOException, TrialFailure {
        run(WARM_UP);
        List<List<Double>> millis = run(rounds);
        for (int i = 0; i < creators.size(); i++) {
            table.line(creators.get(i).name(), millis.get(i), millis.get(0));
        }
    }

    private List<List<Double>> run(int rounds) throws TrialFailure {
        List<List<Double>> millis = new ArrayList<>();
        creators.forEach(creator -> millis.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < creators.size(); i++) {
                millis.get(i).add(create(creators.get(i)));
            }
        }
        return millis;
    }

    private double create(SliceCreator creator) throws TrialFailure {
        long begin = System.nanoTime();
        creator.create("created-" + created++, MACHINES);
        return (System.nanoTime() - begin) / 1e6;
    }
}
