package orca.shirako.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActorTest {
    private final Actor actor = new Actor("site", Actor.AUTHORITY);

    @BeforeEach
    void start() {
        actor.start();
    }

    @Test
    void actor_answersOnItsThread() throws Exception {
        assertThat(actor.ask(() -> Thread.currentThread().getName()).get(60, TimeUnit.SECONDS))
                .isEqualTo("site");
    }

    @Test
    void actor_survivesAnException() throws Exception {
        actor.queue(() -> {
            throw new IllegalStateException("in an event");
        });
        assertThat(actor.ask(() -> 1).get(60, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void actor_isDeadAfterAnErrorAndWhoAsksWaitsForEver() {
        actor.queue(() -> {
            throw new NoClassDefFoundError("in an event");
        });
        Future<Integer> answer = actor.ask(() -> 1);
        assertThatThrownBy(() -> answer.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }
}
