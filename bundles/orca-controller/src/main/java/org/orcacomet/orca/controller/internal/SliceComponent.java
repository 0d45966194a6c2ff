package org.orcacomet.orca.controller.internal;

import java.util.HashMap;
import java.util.Map;
import org.orcacomet.api.Comet;
import org.orcacomet.journal.Journal;
import org.orcacomet.orca.controller.SliceScopes;
import org.orcacomet.orca.controller.SliceSettings;
import org.orcacomet.orca.spi.SliceLifecycle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Publishes {@link SliceScopes} while there is a journal. */
@Component(service = SliceLifecycle.class, immediate = true, configurationPid = "org.orcacomet.orca")
@Designate(ocd = SliceConfiguration.class)
public final class SliceComponent extends SliceScopes {
    /** Slices in this journal, as configured. */
    @Activate
    public SliceComponent(@Reference Journal journal, SliceConfiguration configuration) {
        super(journal, settings(configuration));
    }

    private static SliceSettings settings(SliceConfiguration configuration) {
        Map<String, String> comet = new HashMap<>();
        comet.put("comethost", configuration.comethost());
        comet.put("comet.cacert", configuration.comet_cacert());
        comet.put("comet.clientkeystore", configuration.comet_clientkeystore());
        comet.put("comet.clientcert", configuration.comet_clientcert());
        comet.put("comet.clientkey", configuration.comet_clientkey());
        return SliceSettings.of(configuration.orca_comet_hosts_enabled(), configuration.orca_comet_pubkeys_enabled())
                .configured(comet);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindComet(Comet comet) {
        cometIsThere();
    }

    void unbindComet(Comet comet) {
        // It may come back: meanwhile the journal keeps what is owed.
    }
}
