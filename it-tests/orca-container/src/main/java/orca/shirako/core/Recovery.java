package orca.shirako.core;

import java.util.Properties;
import java.util.function.BiConsumer;

/**
 * What a recovery boot makes of stored reservations, as it was seen: an interrupted join or modify ends in leave, an
 * interrupted leave in nothing at all, and what was not yet primed is redeemed again.
 */
final class Recovery {
    private final Authority authority;
    private final Actor serviceManager;
    private final Announcer announcer;
    private final BiConsumer<String, Properties> redeem;

    Recovery(Authority authority, Actor serviceManager, Announcer announcer, BiConsumer<String, Properties> redeem) {
        this.authority = authority;
        this.serviceManager = serviceManager;
        this.announcer = announcer;
        this.redeem = redeem;
    }

    /** On the booting thread. */
    void run() {
        authority.ledger().keys().forEach(this::recover);
    }

    private void recover(String rid) {
        Reservation stored = authority.ledger().read(rid, authority.actor());
        announceClient(stored);
        if (stored.is(States.TICKETED, States.PRIMING)) {
            authority.actor().queue(() -> authority.closeUnheard(rid));
        } else if (stored.getPendingState() == States.PRIMING) {
            authority.actor().queue(() -> authority.closing(authority.resume(rid)));
        } else if (stored.is(States.ACTIVE, States.NONE)) {
            authority.actor().queue(() -> authority.resume(rid));
        }
        if (isRedeemedAgain(stored)) {
            redeem.accept(rid, authority.unit(rid));
        }
    }

    /** The service manager knows no better; the authority does not hear it on what it closes. */
    private static boolean isRedeemedAgain(Reservation stored) {
        return stored.getState() == States.TICKETED && stored.getPendingState() <= States.PRIMING;
    }

    /** The service manager's half of it, which is announced on the booting thread. */
    private void announceClient(Reservation stored) {
        Reservation client =
                new Reservation(serviceManager, Kind.CLIENT, stored.getReservationID(), stored.getSliceID());
        if (stored.getState() == States.TICKETED) {
            announcer.transition(client, States.TICKETED, States.NONE);
        } else if (stored.getPendingState() == States.CLOSING) {
            announcer.transition(client, States.CLOSE_WAIT, States.NONE);
        }
    }
}
