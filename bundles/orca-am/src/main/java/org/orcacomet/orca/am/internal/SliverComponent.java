package org.orcacomet.orca.am.internal;

import java.time.Duration;
import org.orcacomet.api.Comet;
import org.orcacomet.journal.Journal;
import org.orcacomet.orca.am.SliverScopes;
import org.orcacomet.orca.am.SliverSettings;
import org.orcacomet.orca.spi.SliverLifecycle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** Publishes {@link SliverScopes} while there is a journal, and has them work with the Comet that is there. */
@Component(service = SliverLifecycle.class, configurationPid = "org.orcacomet.orca.am")
@Designate(ocd = SliverConfiguration.class)
public final class SliverComponent extends SliverScopes {
    /** Slivers with this journal and these bounds. */
    @Activate
    public SliverComponent(@Reference Journal journal, SliverConfiguration configuration) {
        super(journal, settings(configuration));
    }

    private static SliverSettings settings(SliverConfiguration configuration) {
        return SliverSettings.defaults()
                .joiningWithin(Duration.ofMillis(configuration.join_timeout_ms()))
                .modifyingWithin(Duration.ofMillis(configuration.modify_timeout_ms()))
                .leavingWithin(Duration.ofMillis(configuration.leave_timeout_ms()));
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindComet(Comet comet) {
        workWith(comet);
    }

    void unbindComet(Comet comet) {
        stopWorkingWith(comet);
    }
}
