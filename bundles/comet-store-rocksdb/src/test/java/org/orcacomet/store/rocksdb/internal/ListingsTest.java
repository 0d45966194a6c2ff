package org.orcacomet.store.rocksdb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.store.Guard;
import org.orcacomet.store.Listing;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.StoreUnavailable;

/** The database is a number that changes: a listing's revision is what the number was when it was read. */
class ListingsTest {
    private static final ContextId SLICE = ContextId.parse("slice");
    private static final ContextId OTHER = ContextId.parse("other");
    private static final Family HOSTS = Family.parse("hosts");
    private static final Family USERS = Family.parse("users");
    private static final Guard GUARD =
            Guard.of(TokenPair.of(TokenCodec.readToken("ReadToken1"), TokenCodec.writeToken("WriteToken1")));

    private final List<Optional<Family>> reads = new ArrayList<>();
    private final Listings listings = new Listings(1 << 20);
    private long number = 1;
    private String value = "";

    private Listing read(ContextId context, Optional<Family> family) {
        reads.add(family);
        ScopeKey key = ScopeKey.of(context, family.orElse(USERS), EntryKey.parse("vm"));
        ScopeRecord record = new ScopeRecord(
                key, GUARD, Optional.of(ScopeValue.of(value)), Revision.of(number), Instant.ofEpochMilli(0));
        return new Listing(List.of(record), Optional.of(Revision.of(number)));
    }

    private long listed(Listings from, ContextId context, Optional<Family> family) throws StoreUnavailable {
        return from.list(context, family, this::read).revision().orElseThrow().number();
    }

    private long listed() throws StoreUnavailable {
        return listed(listings, SLICE, Optional.empty());
    }

    @Test
    void listing_isReadOnce() throws StoreUnavailable {
        assertThat(listed()).isEqualTo(1);
        assertThat(listed()).isEqualTo(1);
        assertThat(reads).hasSize(1);
    }

    @Test
    void families_andAll_areListingsOfTheirOwn() throws StoreUnavailable {
        for (int i = 0; i < 2; i++) {
            listed(listings, SLICE, Optional.of(HOSTS));
            listed(listings, SLICE, Optional.of(USERS));
            listed();
        }
        assertThat(reads).containsExactly(Optional.of(HOSTS), Optional.of(USERS), Optional.empty());
    }

    @Test
    void change_isInTheNextListing_ofThatContextAlone() throws StoreUnavailable {
        listed();
        listed(listings, OTHER, Optional.empty());
        listings.change(Set.of(SLICE), () -> number = 2);
        assertThat(listed()).isEqualTo(2);
        assertThat(listed(listings, OTHER, Optional.empty())).isEqualTo(1);
    }

    @Test
    void change_thatFails_isOver() {
        assertThatThrownBy(() -> listings.change(Set.of(SLICE), () -> {
                    number = 2;
                    throw new StoreUnavailable("broken");
                }))
                .hasMessage("broken");
        assertThat(twice()).containsExactly(2L, 2L);
        assertThat(reads).hasSize(1);
    }

    private List<Long> twice() {
        try {
            return List.of(listed(), listed());
        } catch (StoreUnavailable e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void listing_duringAChange_isTheDatabasesAtEachMoment() throws StoreUnavailable {
        listed();
        listings.change(Set.of(SLICE), () -> {
            assertThat(listed()).isEqualTo(1);
            number = 2;
            assertThat(listed()).isEqualTo(2);
        });
        assertThat(listed()).isEqualTo(2);
    }

    @Test
    void listing_thatWasReadBeforeAChange_isNotKeptAfterIt() throws StoreUnavailable {
        Listing before = listings.list(SLICE, Optional.empty(), (context, family) -> {
            Listing read = read(context, family);
            listings.change(Set.of(SLICE), () -> number = 2);
            return read;
        });
        assertThat(before.revision()).contains(Revision.of(1));
        assertThat(listed()).isEqualTo(2);
    }

    @Test
    void listing_thatWasReadBeforeAChange_andAnotherReader_isNotKept() throws StoreUnavailable {
        listings.list(SLICE, Optional.empty(), (context, family) -> {
            Listing read = read(context, family);
            listings.change(Set.of(SLICE), () -> number = 2);
            listed(listings, SLICE, Optional.of(HOSTS));
            return read;
        });
        assertThat(listed()).isEqualTo(2);
    }

    @Test
    void listings_takeNoMoreThanTheyMay() throws StoreUnavailable {
        value = "x".repeat(600_000);
        assertThat(twice()).hasSize(2);
        assertThat(reads).hasSize(2);
    }

    @Test
    void listings_ofNoBytes_areNone() throws StoreUnavailable {
        Listings none = new Listings(0);
        listed(none, SLICE, Optional.empty());
        listed(none, SLICE, Optional.empty());
        assertThat(reads).hasSize(2);
    }
}
