package org.orcacomet.service;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.orcacomet.api.CometDenied;
import org.orcacomet.service.admin.Administration;
import org.orcacomet.service.internal.Authorizer;
import org.orcacomet.service.internal.CallerComet;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.StoreUnavailable;

/** COMET on a store: hands out a {@link Comet} for each caller. Safe for use by many threads. */
public final class CometService {
    private final ScopeStore store;
    private final Supplier<ServiceSettings> settings;
    private final Clock clock;

    /**
     * A service on this store.
     *
     * @param settings asked once in each call, so they may change at any time
     */
    public CometService(ScopeStore store, Supplier<ServiceSettings> settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** COMET as this caller may use it. Cheap: made for one request, or kept. */
    public AsyncComet as(Caller caller) {
        return new CallerComet(store, settings, clock, caller);
    }

    /**
     * All scopes, for a trusted caller whom {@code admin.subjects} lists.
     *
     * @throws CometDenied if this caller is none
     */
    public Archive archive(Caller caller) throws CometDenied {
        requireAdministrator(caller);
        return new Archive(store);
    }

    /**
     * What operators see and do, for a trusted caller whom {@code admin.subjects} lists.
     *
     * @throws CometDenied if this caller is none
     */
    public Administration administration(Caller caller) throws CometDenied {
        requireAdministrator(caller);
        return new Administration(store, settings, clock);
    }

    private void requireAdministrator(Caller caller) throws CometDenied {
        new Authorizer(settings.get(), caller, clock.instant()).requireAdministrator();
    }

    /** Whether its calls, but the checks of its health, wait for nothing: then a thread that serves many can make them. */
    public boolean isPrompt() {
        return store.isLocal();
    }

    /** How many bytes of UTF-8 a value may take now. */
    public int valueMaxBytes() {
        return settings.get().valueMaxBytes();
    }

    /** How the service is, at this moment. It asks the store. */
    public ServiceReport report() {
        return new ServiceReport(storeFault(), settings.get().switches().checksOff());
    }

    private Optional<String> storeFault() {
        try {
            store.probe();
            return Optional.empty();
        } catch (StoreUnavailable e) {
            return Optional.of(e.getMessage());
        }
    }
}
