package org.orcacomet.service;

import java.util.List;
import java.util.Map;

/**
 * What the service has counted since it was made.
 *
 * @param calls the calls to the store, of each kind
 * @param store what the store counts of itself, by names such as {@code disk_bytes}
 * @param ageing what the sweeps for old scopes have done
 */
public record ServiceFigures(List<StoreCallFigures> calls, Map<String, Long> store, AgeingFigures ageing) {
    /** Figures that no longer change. */
    public ServiceFigures {
        calls = List.copyOf(calls);
        store = Map.copyOf(store);
    }
}
