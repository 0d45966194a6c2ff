package org.orcacomet.journal.internal;

import java.nio.file.Paths;
import java.time.Duration;
import java.util.Optional;
import org.orcacomet.api.Comet;
import org.orcacomet.journal.Journal;
import org.orcacomet.journal.JournalException;
import org.orcacomet.journal.JournalSettings;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** Publishes the {@link Journal} while its folder is open, and has it paid with the Comet that is there. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.orcacomet.journal",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = JournalConfiguration.class)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"org.orcacomet.journal.Journal\"",
        effective = "active")
public final class JournalComponent {
    private Optional<Comet> comet = Optional.empty();
    private volatile Optional<Journal> journal = Optional.empty();
    private ServiceRegistration<Journal> registration;

    @Activate
    void open(BundleContext bundle, JournalConfiguration configuration) throws JournalException {
        Journal opened = Journal.open(settings(configuration));
        use(Optional.of(opened));
        registration = bundle.registerService(Journal.class, opened, null);
    }

    /** Not under the lock that the service's listeners are told. */
    private synchronized void use(Optional<Journal> opened) {
        journal = opened;
        journal.ifPresent(j -> comet.ifPresent(j::payWith));
    }

    private static JournalSettings settings(JournalConfiguration configuration) throws JournalException {
        if (configuration.dir().trim().isEmpty()) {
            throw new JournalException("`dir` of org.orcacomet.journal is empty: set it to a folder for the journal");
        }
        return JournalSettings.in(Paths.get(configuration.dir()))
                .backingOff(
                        Duration.ofMillis(configuration.backoff_min_ms()),
                        Duration.ofMillis(configuration.backoff_max_ms()))
                .paying(configuration.concurrency());
    }

    @Deactivate
    void close() {
        registration.unregister();
        journal.ifPresent(Journal::close);
        use(Optional.empty());
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void bindComet(Comet bound) {
        comet = Optional.of(bound);
        journal.ifPresent(j -> j.payWith(bound));
    }

    synchronized void unbindComet(Comet unbound) {
        comet = comet.filter(c -> c != unbound);
        journal.ifPresent(j -> j.stopPayingWith(unbound));
    }
}
