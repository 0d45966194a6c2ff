package org.orcacomet.journal.internal;

import java.util.List;
import org.orcacomet.api.Comet;
import org.orcacomet.api.ContextId;

/** What is due in one context, and the Comet to pay it with. Never empty. */
final class Bill {
    private final Comet comet;
    private final List<Debt> debts;

    Bill(Comet comet, List<Debt> debts) {
        this.comet = comet;
        this.debts = debts;
    }

    Comet comet() {
        return comet;
    }

    List<Debt> debts() {
        return debts;
    }

    ContextId context() {
        return debts.get(0).claim().key().context();
    }
}
