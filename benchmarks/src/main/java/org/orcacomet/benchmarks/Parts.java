package org.orcacomet.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.orcacomet.benchmarks.load.Operation;

/** What is measured: operations of servers, and the parts that have words of their own. */
record Parts(List<String> words) {
    static final String STORE = "store";
    static final String SLICE = "slice";
    static final String ACCUMULO = "accumulo";
    static final String HEADS = "heads";

    /** What is measured where nothing is said: all that takes no Accumulo. */
    static List<String> usual() {
        return Stream.concat(Arrays.stream(Operation.values()).map(Operation::toString), Stream.of(STORE, SLICE))
                .toList();
    }

    /** All words that there are. */
    static List<String> all() {
        return Stream.concat(usual().stream(), Stream.of(ACCUMULO, HEADS)).toList();
    }

    boolean areOnAccumulo() {
        return has(ACCUMULO) || has(HEADS);
    }

    boolean has(String word) {
        return words.contains(word);
    }

    List<Operation> operations() {
        return Arrays.stream(Operation.values())
                .filter(operation -> has(operation.toString()))
                .toList();
    }
}
