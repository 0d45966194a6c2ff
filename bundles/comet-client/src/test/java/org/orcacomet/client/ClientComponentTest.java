package org.orcacomet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orcacomet.client.FakeComet.AUTHORITY;
import static org.orcacomet.client.FakeComet.KEY;
import static org.orcacomet.client.FakeComet.PRESENT;
import static org.orcacomet.client.FakeComet.TOKENS;
import static org.orcacomet.client.FakeComet.ours;
import static org.orcacomet.client.Misbehaviour.saying;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometUnavailable;
import org.orcacomet.client.internal.ClientComponent;
import org.orcacomet.client.internal.FakeConfig;

class ClientComponentTest {
    private final FakeBundleContext framework = new FakeBundleContext();

    @TempDir
    private Path folder;

    @Test
    void start_publishesNothingWhereCometIsOff() {
        ClientComponent component = new ClientComponent(new FakeConfig().config());
        component.start(framework.context());
        assertThat(framework.services()).isEmpty();
        component.stop();
    }

    @Test
    void start_publishesACometThatWorksUntilStop() throws Exception {
        try (FakeServer server = ours(saying(PRESENT))) {
            ClientComponent component =
                    new ClientComponent(config(server.address(), "changeit").config());
            component.start(framework.context());
            Comet comet = framework.services().get(0);
            assertThat(comet.read(KEY, TOKENS.read()).text()).contains("text");
            assertThat(server.calls().get(0).client()).isEqualTo("CN=client");

            component.stop();
            assertThat(framework.services()).isEmpty();
            assertThatThrownBy(() -> comet.read(KEY, TOKENS.read())).isInstanceOf(CometUnavailable.class);
        }
    }

    @Test
    void start_failsWithOneSentenceWhereTheKeyStoreDoesNotOpen() throws Exception {
        FakeConfig config = config("https://a:8111", "wrong");
        assertThatThrownBy(() -> new ClientComponent(config.config()).start(framework.context()))
                .isInstanceOf(CometSettingsException.class)
                .hasMessageEndingWith("client.JKS does not open with the password given")
                .hasNoCause();
        assertThat(framework.services()).isEmpty();
    }

    private FakeConfig config(String server, String password) throws Exception {
        return new FakeConfig()
                .with("comethost", server)
                .with("comet.cacert", AUTHORITY.derFile(folder).toString())
                .with(
                        "comet.clientkeystore",
                        AUTHORITY
                                .client("EC")
                                .keyStoreFile(folder, "JKS", "changeit")
                                .toString())
                .with("comet.clientkeystorepwd", password);
    }
}
