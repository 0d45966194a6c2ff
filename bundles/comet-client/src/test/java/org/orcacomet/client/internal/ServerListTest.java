package org.orcacomet.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.client.CometSettingsException;

class ServerListTest {
    @Test
    void parse_takesBlanksAndSlashesAway() {
        assertThat(ServerList.parse(" https://a:8111/ ,https://b//,https://[::1]:1/base/"))
                .hasToString("[https://a:8111, https://b, https://[::1]:1/base]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "secret",
                "http://secret:8111",
                "https://",
                "https:///secret",
                "ftp://secret",
                "https://sec ret",
                "https://secret_host:8111:1"
            })
    void parse_refusesWhatIsNoAddressWithoutShowingIt(String entry) {
        assertThatThrownBy(() -> ServerList.parse("https://a:8111," + entry))
                .isInstanceOf(CometSettingsException.class)
                .hasMessage("entry 2 of 2 of comethost is not an address like https://host:8111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://user:secret@a", "https://a?secret", "https://a#secret"})
    void parse_refusesAddressesWithMoreInThem(String entry) {
        assertThatThrownBy(() -> ServerList.parse(entry))
                .isInstanceOf(CometSettingsException.class)
                .hasMessage("entry 1 of 1 of comethost has more than scheme, host, port and path");
    }
}
