package org.orcacomet.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orcacomet.service.Lifetimes;
import org.orcacomet.service.Limits;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.service.Switches;
import org.orcacomet.service.TrustedSubjects;

class SettingsReaderTest {
    @Test
    void read_givesTheDefaultsForAnEmptyConfiguration() {
        assertThat(SettingsReader.read(configuration(Map.of()))).isEqualTo(ServiceSettings.defaults());
    }

    @Test
    void read_takesEachProperty() {
        ServiceConfiguration configuration = configuration(Map.of(
                "record_expire_ms",
                1L,
                "tombstone_keep_ms",
                2L,
                "token_strength_check",
                false,
                "certificate_check",
                false,
                "creator_rekeys",
                true,
                "trusted_subjects",
                new String[] {"CN=a,O=b"},
                "admin_subjects",
                new String[] {"CN=c,O=b"},
                "value_max_bytes",
                3,
                "disk_warn_bytes",
                4L));
        assertThat(SettingsReader.read(configuration))
                .isEqualTo(new ServiceSettings(
                        new Lifetimes(Duration.ofMillis(1), Duration.ofMillis(2)),
                        new Switches(false, false, true),
                        TrustedSubjects.of(List.of("cn=a, o=b")),
                        TrustedSubjects.ofAdmins(List.of("cn=c, o=b")),
                        new Limits(3, 4)));
    }

    /** What DS hands to the component: what is set, and the annotation's defaults for the rest. */
    private static ServiceConfiguration configuration(Map<String, Object> set) {
        return (ServiceConfiguration) Proxy.newProxyInstance(
                ServiceConfiguration.class.getClassLoader(),
                new Class<?>[] {ServiceConfiguration.class},
                (proxy, method, arguments) -> property(set, method));
    }

    private static Object property(Map<String, Object> set, Method method) {
        return set.getOrDefault(method.getName(), method.getDefaultValue());
    }
}
