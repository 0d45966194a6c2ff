package orca.shirako.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import orca.shirako.api.IEvent;
import orca.util.ID;
import org.junit.jupiter.api.Test;

class EventManagerTest {
    private static final int MANY = 20;

    private final EventManager events = new EventManager();
    private final AtomicInteger heard = new AtomicInteger();

    private static IEvent event() {
        return new IEvent() {
            @Override
            public ID getActorID() {
                return new ID("actor");
            }

            @Override
            public Properties getProperties() {
                return null;
            }
        };
    }

    private void subscribeMany() throws EventManagerException {
        for (int i = 0; i < MANY; i++) {
            events.createPrivilegedSubscription(event -> heard.incrementAndGet());
        }
    }

    @Test
    void dispatch_reachesAllThatMatch() throws Exception {
        subscribeMany();
        events.createPrivilegedSubscription(event -> heard.addAndGet(100), event -> true, event -> false);
        events.dispatchEvent(event());
        assertThat(heard).hasValue(MANY);
    }

    @Test
    void anException_cutsOffTheRest() throws Exception {
        events.createPrivilegedSubscription(event -> heard.incrementAndGet());
        events.createPrivilegedSubscription(event -> {
            heard.incrementAndGet();
            throw new IllegalStateException("from a subscriber");
        });
        events.createPrivilegedSubscription(event -> {
            heard.incrementAndGet();
            throw new IllegalStateException("from another");
        });
        events.dispatchEvent(event());
        assertThat(heard.get()).isLessThan(3);
    }

    @Test
    void anError_goesOnToTheThread() throws Exception {
        events.createPrivilegedSubscription(event -> {
            throw new NoClassDefFoundError("from a subscriber");
        });
        assertThatThrownBy(() -> events.dispatchEvent(event())).isInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void subscribingInside_breaksDelivery() throws Exception {
        for (int i = 0; i < MANY; i++) {
            events.createPrivilegedSubscription(event -> {
                heard.incrementAndGet();
                subscribeOneMore();
            });
        }
        events.dispatchEvent(event());
        assertThat(heard.get()).isLessThan(MANY);
    }

    private void subscribeOneMore() {
        try {
            events.createPrivilegedSubscription(event -> {});
        } catch (EventManagerException e) {
            throw new IllegalStateException(e);
        }
    }
}
