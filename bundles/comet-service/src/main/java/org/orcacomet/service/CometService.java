package org.orcacomet.service;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.orcacomet.api.CometDenied;
import org.orcacomet.api.CometUnavailable;
import org.orcacomet.audit.AuditLog;
import org.orcacomet.service.admin.Administration;
import org.orcacomet.service.admin.Console;
import org.orcacomet.service.explain.Explanation;
import org.orcacomet.service.explain.PlannedCall;
import org.orcacomet.service.internal.Age;
import org.orcacomet.service.internal.Ageing;
import org.orcacomet.service.internal.Auditing;
import org.orcacomet.service.internal.Authorizer;
import org.orcacomet.service.internal.CallerComet;
import org.orcacomet.service.internal.Explaining;
import org.orcacomet.service.internal.FreeSpace;
import org.orcacomet.service.internal.StoreCalls;
import org.orcacomet.service.internal.Unavailable;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.StoreUnavailable;

/** COMET on a store: hands out a {@link Comet} for each caller. Safe for use by many threads. */
public final class CometService {
    private final ScopeStore store;
    private final Supplier<ServiceSettings> settings;
    private final Clock clock;
    private final Optional<AuditLog> audit;
    private final StoreCalls calls;
    private final Ageing ageing;
    private final List<Check> checks = new CopyOnWriteArrayList<>();

    /** Exports and imports have it together, a restored backup alone. */
    private final ReadWriteLock whole = new ReentrantReadWriteLock();

    /**
     * A service on this store.
     *
     * @param settings asked once in each call, so they may change at any time
     */
    public CometService(ScopeStore store, Supplier<ServiceSettings> settings, Clock clock) {
        this(store, settings, clock, Optional.empty());
    }

    /**
     * The same, which notes each change in this audit, if there is one, and changes nothing that it cannot note.
     *
     * @param settings asked once in each call, so they may change at any time
     */
    public CometService(ScopeStore store, Supplier<ServiceSettings> settings, Clock clock, Optional<AuditLog> audit) {
        this.store = store;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.calls = new StoreCalls(store);
        this.ageing = new Ageing(store, settings, clock);
        store.folder().ifPresent(folder -> checks.add(new FreeSpace("store.disk", folder, this::diskWarnBytes)));
        audit.ifPresent(this::watch);
    }

    private void watch(AuditLog log) {
        checks.add(() -> log.fault()
                .map(fault -> Finding.failed("audit", fault))
                .orElseGet(() -> Finding.good("audit", "changes are noted")));
        checks.add(new FreeSpace("audit.disk", log.folder(), this::diskWarnBytes));
    }

    private long diskWarnBytes() {
        return settings.get().limits().diskWarnBytes();
    }

    /** COMET as this caller may use it. Cheap: made for one request, or kept. */
    public AsyncComet as(Caller caller) {
        return new CallerComet(calls, settings, clock, caller, auditing(caller));
    }

    /**
     * All scopes, for a trusted caller whom {@code admin.subjects} lists.
     *
     * @throws CometDenied if this caller is none
     */
    public Archive archive(Caller caller) throws CometDenied {
        return new Archive(store, whole.readLock(), administrator(caller));
    }

    /**
     * What operators see and do, for a trusted caller whom {@code admin.subjects} lists.
     *
     * @throws CometDenied if this caller is none
     */
    public Administration administration(Caller caller) throws CometDenied {
        return administration(administrator(caller));
    }

    private Administration administration(Auditing auditing) {
        return new Administration(store, whole.writeLock(), this::age, audit, auditing);
    }

    private Age age() {
        return new Age(settings.get().lifetimes(), clock.instant());
    }

    private Auditing administrator(Caller caller) throws CometDenied {
        Auditing auditing = auditing(caller);
        try {
            requireAdministrator(caller);
            return auditing;
        } catch (CometDenied e) {
            auditing.deniedAdministration();
            throw e;
        }
    }

    private Auditing auditing(Caller caller) {
        return new Auditing(audit, clock, caller);
    }

    /**
     * Why this call of this caller would be refused or not; it is not made. For operators in this process: it tells more
     * than any caller may know.
     *
     * @throws CometUnavailable if the store does not answer
     */
    public Explanation explain(Caller caller, PlannedCall call) throws CometUnavailable {
        Explaining explaining = new Explaining(call, settings.get(), caller, clock.instant());
        return Unavailable.answer(() -> explaining.explain(store.read(call.key())));
    }

    /**
     * What the operator sees whose process this is. Nobody is asked for a certificate: it is for a console in this
     * process, and for nobody who comes from outside.
     */
    public Console console() {
        return new Console(store, administration(auditing(Caller.anonymous())));
    }

    /** Whether its calls, but the checks of its health, wait for nothing: then a thread that serves many can make them. */
    public boolean isPrompt() {
        return store.isLocal();
    }

    /** How many bytes of UTF-8 a value may take now. */
    public int valueMaxBytes() {
        return settings.get().limits().valueMaxBytes();
    }

    /**
     * Lets this caller pass if it is a trusted one whom {@code admin.subjects} lists.
     *
     * @throws CometDenied if it is none
     */
    public void requireAdministrator(Caller caller) throws CometDenied {
        new Authorizer(settings.get(), caller, clock.instant()).requireAdministrator();
    }

    /** Forgets from now on, in the background, the records whose time is over, with this pause between two sweeps. */
    public Registration startAgeing(Duration pause) {
        return ageing.start(pause);
    }

    /** Has what this check finds in each report, until the registration is closed. */
    public Registration watch(Check check) {
        checks.add(check);
        return () -> checks.remove(check);
    }

    /** How the service is, at this moment. It asks the store. */
    public ServiceReport report() {
        Optional<String> fault = storeFault();
        List<String> off = settings.get().switches().checksOff();
        List<Finding> findings = new ArrayList<>();
        findings.add(
                fault.isEmpty()
                        ? Finding.good("store", "the store answers")
                        : Finding.failed("store", "the store does not answer"));
        findings.add(
                off.isEmpty()
                        ? Finding.good("switches", "all checks are on")
                        : Finding.warning("switches", "checks are off: " + String.join(", ", off)));
        checks.forEach(check -> findings.add(check.look()));
        return new ServiceReport(fault, off, findings);
    }

    private Optional<String> storeFault() {
        try {
            calls.probe();
            return Optional.empty();
        } catch (StoreUnavailable e) {
            return Optional.of(e.getMessage());
        }
    }

    /** What it has counted until now. It asks the store for its own figures, and for nothing else. */
    public ServiceFigures figures() {
        return new ServiceFigures(calls.figures(), store.figures(), ageing.figures());
    }
}
