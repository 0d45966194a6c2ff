package org.orcacomet.orca.am;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SliverSettingsTest {
    private static final Duration BELOW = Duration.ofMillis(-1);

    @Test
    void defaults_areTenSecondsAndTwo() {
        SliverSettings settings = SliverSettings.defaults();
        assertThat(settings.join()).hasSeconds(10);
        assertThat(settings.modify()).hasSeconds(10);
        assertThat(settings.leave()).hasSeconds(2);
    }

    @Test
    void boundsThatAreTooSmall_areRefusedByTheirNames() {
        SliverSettings settings = SliverSettings.defaults();
        assertThatThrownBy(() -> settings.joiningWithin(Duration.ZERO)).hasMessage("join.timeout.ms must be over 0");
        assertThatThrownBy(() -> settings.modifyingWithin(BELOW)).hasMessage("modify.timeout.ms must be over 0");
        assertThatThrownBy(() -> settings.leavingWithin(BELOW)).hasMessage("leave.timeout.ms must not be under 0");
        assertThat(settings.leavingWithin(Duration.ZERO).leave()).isZero();
    }
}
