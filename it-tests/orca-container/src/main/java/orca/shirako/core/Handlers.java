package orca.shirako.core;

import java.util.Properties;
import orca.shirako.plugins.config.AntConfig;
import orca.shirako.plugins.config.HandlerCall;
import orca.shirako.plugins.config.HandlerOutcome;

/** Has handlers run for leases, and stores what they leave on their units. */
public final class Handlers {
    private final AntConfig ant;
    private final Site site;
    private final Table units;
    private final Moments moments;

    /** On these threads, at this site; units are kept in this table. */
    public Handlers(AntConfig ant, Site site, Table units, Moments moments) {
        this.ant = ant;
        this.site = site;
        this.units = units;
        this.moments = moments;
    }

    Table units() {
        return units;
    }

    void run(Lease lease, Action action) {
        lease.begin(action);
        Properties handed = lease.unit().before(action);
        site.complete(handed);
        HandlerCall call = new HandlerCall(lease.unit(), site.handler(handed).toFile(), action.target(handed), handed);
        Runnable before = () -> moments.reached(action.label() + "-started", lease.rid(), handed);
        ant.submit(call, before, outcome -> ended(lease, action, outcome));
    }

    private void ended(Lease lease, Action action, HandlerOutcome outcome) {
        moments.reached(action.label() + "-ended", lease.rid(), lease.unit().properties());
        lease.unit().after(action, outcome);
        units.put(lease.rid(), lease.unit().properties());
        moments.reached(action.label() + "-saved", lease.rid(), lease.unit().properties());
        lease.ended(outcome);
    }
}
