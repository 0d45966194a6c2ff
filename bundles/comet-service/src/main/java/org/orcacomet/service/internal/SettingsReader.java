package org.orcacomet.service.internal;

import java.time.Duration;
import java.util.List;
import org.orcacomet.service.Lifetimes;
import org.orcacomet.service.Limits;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.service.Switches;
import org.orcacomet.service.TrustedSubjects;

/** Turns the configuration into settings. */
final class SettingsReader {
    private SettingsReader() {}

    /**
     * The settings that this configuration stands for.
     *
     * @throws IllegalArgumentException if a property is wrong; the message names it
     */
    static ServiceSettings read(ServiceConfiguration from) {
        return new ServiceSettings(
                new Lifetimes(Duration.ofMillis(from.record_expire_ms()), Duration.ofMillis(from.tombstone_keep_ms())),
                new Switches(from.token_strength_check(), from.certificate_check(), from.creator_rekeys()),
                TrustedSubjects.of(List.of(from.trusted_subjects())),
                TrustedSubjects.ofAdmins(List.of(from.admin_subjects())),
                new Limits(from.value_max_bytes(), from.disk_warn_bytes()));
    }
}
