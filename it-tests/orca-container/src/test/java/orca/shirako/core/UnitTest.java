package orca.shirako.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnitTest {
    private final Properties properties = new Properties();
    private final Unit unit = new Unit(properties);

    @BeforeEach
    void set() {
        properties.setProperty("unit.rid", "r");
        properties.setProperty("modify.subcommand.1", "modify.addiface");
        properties.setProperty("modify.subcommand.10", "modify.ssh");
        properties.setProperty("modify.subcommand.2", "modify.addiface");
    }

    @Test
    void modify_isTheHighestNumber() {
        assertThat(Action.MODIFY.target(properties)).isEqualTo("modify.ssh");
    }

    @Test
    void handed_haveTheStateAndTheSequenceOfTheAction() {
        assertThat(unit.before(Action.JOIN))
                .containsEntry("unit.state", "1")
                .containsEntry("unit.sequence", "0")
                .containsEntry("action.sequence", "1");
    }
}
