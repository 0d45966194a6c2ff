package org.orcacomet.store.accumulo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.Change;

class ViewTest {
    private static final ContextId SLICE = ContextId.parse("slice");
    private static final ScopeKey USERS = key("slice", "users", "vm1");
    private static final ScopeKey ROUTES = key("slice", "routes", "vm1");
    private static final Change CREATION = creation(USERS, "text");

    private static Optional<Counter> counter() {
        return Optional.of(Counter.after(Optional.empty(), Revision.of(1)));
    }

    private static View view(Optional<Counter> counter, ScopeKey... absent) {
        return View.of(new Snapshot(counter, Map.of()), List.of(absent));
    }

    @Test
    void view_agreesWithWhatItKnowsAlone() {
        assertThat(view(counter(), USERS).agreesWith(List.of(CREATION))).isTrue();
        assertThat(view(counter(), ROUTES).agreesWith(List.of(CREATION))).isFalse();
    }

    @Test
    void view_joinsOneOfTheSameCounterAlone() {
        Optional<Counter> same = counter();
        assertThat(view(same, USERS).with(view(same, ROUTES)).revisions()).containsOnlyKeys(USERS, ROUTES);
        assertThat(view(counter(), USERS).with(view(counter(), ROUTES)).revisions())
                .containsOnlyKeys(ROUTES);
    }

    @Test
    void view_knowsWhatAWriteHasLeft() {
        Counter next = Counter.after(counter(), Revision.of(2));
        Write write = new Write(SLICE, counter(), next, List.of(CREATION.toRecord(Revision.of(2))), List.of(ROUTES));
        View after = view(counter()).after(write);
        assertThat(after.counter()).contains(next);
        assertThat(after.revisions()).isEqualTo(Map.of(USERS, Optional.of(Revision.of(2)), ROUTES, Optional.empty()));
    }

    @Test
    void views_addWhatIsKnownOfTheSameCounterAlone() {
        Views views = new Views();
        Optional<Counter> same = counter();
        views.put(SLICE, view(same, USERS));
        assertThat(views.with(SLICE, view(same, ROUTES)).revisions()).containsOnlyKeys(USERS, ROUTES);
        assertThat(views.with(SLICE, view(counter(), ROUTES)).revisions()).containsOnlyKeys(ROUTES);
    }

    @Test
    void views_keepNoneThatIsOlderThanAnother() {
        Views views = new Views();
        View older = view(counter(), USERS);
        View newer = view(counter(), ROUTES);
        Optional<View> before = views.of(SLICE);
        views.put(SLICE, newer);
        views.note(SLICE, before, older);
        assertThat(views.of(SLICE)).contains(newer);
        views.drop(SLICE);
        assertThat(views.of(SLICE)).isEmpty();
    }

    @Test
    void views_dropOneThatIsContradicted() {
        Views views = new Views();
        View view = view(counter(), USERS);
        views.put(SLICE, view);
        views.note(SLICE, Optional.of(view), view.holding(ROUTES, Optional.empty()));
        assertThat(views.of(SLICE).orElseThrow().revisions()).containsOnlyKeys(USERS, ROUTES);
        View grown = views.of(SLICE).orElseThrow();
        views.note(SLICE, Optional.of(grown), grown.holding(USERS, Optional.of(Revision.of(7))));
        assertThat(views.of(SLICE)).isEmpty();
    }
}
