package org.orcacomet.bridge.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Properties;
import orca.controllers.OrcaConnectionFactory;
import orca.controllers.OrcaController;
import orca.manage.FiledServiceManager;
import orca.manage.IOrcaServiceManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CometXmlRpcControllerTest {
    private static final String HOSTS = "orca.comet.hosts.enabled";
    private static final String PUBKEYS = "orca.comet.pubkeys.enabled";

    @TempDir
    Path folder;

    private final Properties properties = new Properties();

    /** Reaches what is ORCA's controllers' own. */
    private static final class Configured extends OrcaController {
        static void with(Properties properties) {
            controllerProperties = properties;
        }
    }

    @BeforeEach
    void configure() {
        properties.setProperty(OrcaController.OrcaURL, folder.toString());
        properties.setProperty("comethost", "https://localhost:1/");
        Configured.with(properties);
    }

    private static CometXmlRpcController started() throws Exception {
        CometXmlRpcController controller = new CometXmlRpcController();
        controller.init();
        return controller;
    }

    @Test
    void init_leavesAControllerWithoutSwitchesAsItIs() throws Exception {
        properties.setProperty(HOSTS, "false");
        CometXmlRpcController controller = started();
        assertThat(controller.orca).isExactlyInstanceOf(OrcaConnectionFactory.class);
        assertThat(properties).containsEntry(HOSTS, "false");
    }

    @ParameterizedTest
    @CsvSource({"true,false", "false,true", "true,true", "True, "})
    void init_takesTheSwitchesFromTheStockCode(String hosts, String pubkeys) throws Exception {
        properties.setProperty(HOSTS, hosts);
        properties.setProperty(PUBKEYS, String.valueOf(pubkeys));
        CometXmlRpcController controller = started();
        assertThat(controller.orca).isInstanceOf(CometConnectionFactory.class);
        assertThat(properties).doesNotContainKeys(HOSTS, PUBKEYS);
    }

    @Test
    void addSlice_isRefusedWhereThePluginDidNotStart() throws Exception {
        properties.setProperty(HOSTS, "true");
        IOrcaServiceManager sm = started().orca.getServiceManager();
        assertThatThrownBy(() -> sm.addSlice(Requests.slice()))
                .hasMessageStartingWith("slice s1 is not made: Orca-COMET does not start");
        assertThat(sm.getSlices()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "soon,orca.comet.slice.wait.ms is no number of milliseconds",
        "0,orca.comet.slice.wait.ms must be over 0"
    })
    void addSlice_isRefusedWhereTheBoundIsNone(String wait, String sentence) throws Exception {
        properties.setProperty(HOSTS, "true");
        properties.setProperty("orca.comet.slice.wait.ms", wait);
        IOrcaServiceManager sm = started().orca.getServiceManager();
        assertThatThrownBy(() -> sm.addSlice(Requests.slice())).hasMessage("slice s1 is not made: " + sentence);
    }

    @Test
    void returnServiceManager_givesBackTheRealOne() throws Exception {
        OrcaConnectionFactory stock = new OrcaConnectionFactory(folder.toString(), null, null, null);
        CometConnectionFactory factory = new CometConnectionFactory(stock, null);
        IOrcaServiceManager sm = factory.getServiceManager();
        assertThat(stock.lent()).isEqualTo(1);
        factory.returnServiceManager(sm);
        assertThat(stock.lent()).isZero();
        assertThat(stock.getServiceManager()).isInstanceOf(FiledServiceManager.class);
    }

    @Test
    void getServiceManager_failsAsTheRealOneDoes() throws Exception {
        Exception refused = new Exception("no connection");
        OrcaConnectionFactory stock = new OrcaConnectionFactory(folder.toString(), null, null, null) {
            @Override
            public synchronized IOrcaServiceManager getServiceManager() throws Exception {
                throw refused;
            }
        };
        assertThatThrownBy(new CometConnectionFactory(stock, null)::getServiceManager)
                .isSameAs(refused);
    }
}
