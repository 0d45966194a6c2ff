package org.orcacomet.service.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orcacomet.store.testkit.Samples.NOON;
import static org.orcacomet.store.testkit.Samples.alone;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Reading;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.service.CometService;
import org.orcacomet.service.Lifetimes;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.store.Change;
import org.orcacomet.store.MemoryScopeStore;

class ConsoleTest {
    private static final ScopeKey USERS = key("slice", "users", "vm1");
    private static final ScopeKey ROUTES = key("slice", "routes", "vm1");

    private final MemoryScopeStore store = new MemoryScopeStore();

    private Console at(Duration later) {
        ServiceSettings settings =
                ServiceSettings.defaults().with(new Lifetimes(Duration.ofHours(1), Duration.ofHours(1)));
        Clock clock = Clock.fixed(NOON.plus(later), ZoneOffset.UTC);
        return new CometService(store, () -> settings, clock).console();
    }

    @Test
    void read_showsAValueWithoutACertificateOrAToken() throws Exception {
        store.apply(alone(creation(USERS, "secret")));

        assertThat(at(Duration.ZERO).read(USERS))
                .hasValueSatisfying(content -> assertThat(content.value()).isEqualTo(ScopeValue.of("secret")));
        assertThat(at(Duration.ZERO).read(ROUTES)).isEmpty();
    }

    @Test
    void contents_areTombstonesToo() throws Exception {
        store.apply(alone(creation(ROUTES, "gone")));
        store.apply(alone(Change.deletion(store.read(ROUTES).orElseThrow(), NOON)));
        store.apply(alone(creation(USERS, "value")));

        assertThat(at(Duration.ZERO).contents(ContextId.parse("slice")))
                .extracting(content -> content.summary().state())
                .containsExactly(Reading.State.DELETED, Reading.State.PRESENT);
        assertThat(at(Duration.ZERO).contents(ContextId.parse("other"))).isEmpty();
    }

    @Test
    void whatHasAged_isGone() throws Exception {
        store.apply(alone(creation(USERS, "value")));

        assertThat(at(Duration.ofHours(3)).read(USERS)).isEmpty();
        assertThat(at(Duration.ofHours(3)).contents(ContextId.parse("slice"))).isEmpty();
    }

    @Test
    void lookingAtAScope_doesNotRenewIt() throws Exception {
        store.apply(alone(creation(USERS, "value")));

        at(Duration.ofMinutes(90)).read(USERS);

        assertThat(store.read(USERS).orElseThrow().touched()).isEqualTo(NOON);
    }

    @Test
    void content_tellsNothingOfItsValueByItself() throws Exception {
        store.apply(alone(creation(USERS, "marked-value")));

        assertThat(at(Duration.ZERO).read(USERS).toString()).doesNotContain("marked-value");
    }
}
