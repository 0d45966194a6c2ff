package org.orcacomet.trials.crash;

import java.io.IOException;
import org.orcacomet.trials.service.Tally;

/** A writer at work: it stays with a head until that one fails, and moves on to the next, as our client does. */
final class Work {
    private final Writer writer;
    private final Shift shift;
    private final Tally tally;

    Work(Writer writer, Shift shift, Tally tally) {
        this.writer = writer;
        this.shift = shift;
        this.tally = tally;
    }

    /** Works, beginning with this head, until the shift is over or each head in turn has failed. */
    void run(int first) {
        int failed = 0;
        int head = first % shift.heads().size();
        try {
            for (int i = 0; i < shift.changes() && failed < shift.heads().size() && goesOn(); i++) {
                boolean answered = act(head);
                failed = answered ? 0 : failed + 1;
                head = answered ? head : (head + 1) % shift.heads().size();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean goesOn() {
        return shift.goesOn().getAsBoolean() && writer.canGoOn();
    }

    private boolean act(int head) throws InterruptedException {
        try {
            boolean answered = writer.act(shift.heads().caller(head));
            tally.expect(answered || mayFail(head), "a call was answered with a fault though nothing was wrong");
            return answered;
        } catch (IOException e) {
            tally.expect(mayFail(head), "a call broke while the service was up: " + e);
            return false;
        }
    }

    private boolean mayFail(int head) {
        return shift.mayFail().test(head);
    }
}
