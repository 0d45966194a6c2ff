package org.orcacomet.bridge.controller;

import java.nio.file.Paths;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import orca.controllers.OrcaController;
import orca.controllers.xmlrpc.XmlRpcController;
import org.orcacomet.bridge.Embedded;
import org.orcacomet.bridge.Installation;
import org.orcacomet.bridge.OrcaLog;
import org.orcacomet.bridge.OrcaProperties;
import org.orcacomet.orca.spi.LifecycleException;
import org.slf4j.Logger;

/**
 * ORCA's controller with COMET: the main class to start in place of ORCA's. With no switch {@code orca.comet.*.enabled} on
 * it is ORCA's, and no more.
 */
public final class CometXmlRpcController extends XmlRpcController {
    private final OrcaLog orcaLog = OrcaLog.under(OrcaController.RootLoggerName);
    private final Logger log = orcaLog.logger(CometXmlRpcController.class);

    /** One that is not started. */
    public CometXmlRpcController() {}

    /** As ORCA's, then the plugin: what goes wrong with that does not keep the controller from starting. */
    @Override
    protected void init() throws Exception {
        super.init();
        try {
            OrcaProperties properties = OrcaProperties.of(properties());
            if (properties.sharesInSlices()) {
                // The stock code looks at each slice, and would write the same scopes with tokens of its own.
                controllerProperties.remove(OrcaProperties.HOSTS);
                controllerProperties.remove(OrcaProperties.PUBLIC_KEYS);
                orca = new CometConnectionFactory(orca, scribe(properties));
            }
        } catch (Throwable failure) {
            log.error("this controller works without COMET", failure);
        }
    }

    private static Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        for (String name : controllerProperties.stringPropertyNames()) {
            properties.put(name, controllerProperties.getProperty(name));
        }
        return properties;
    }

    /** Of a plugin that does not start, it refuses each new slice: the operator wants its VMs to have COMET. */
    private SliceScribe scribe(OrcaProperties properties) {
        try {
            Duration wait = wait(properties);
            Embedded plugin =
                    Embedded.of(Paths.get(OrcaController.HomeDirectory), Installation.here(), properties, orcaLog);
            plugin.start();
            return scribe(plugin::slices, wait);
        } catch (LifecycleException e) {
            log.error("new slices are refused until the next start of this controller: {}", e.getMessage(), e);
            return refusing(e.getMessage());
        } catch (Throwable failure) {
            log.error("new slices are refused until the next start of this controller", failure);
            return refusing("Orca-COMET does not start; see the controller's log");
        }
    }

    private static Duration wait(OrcaProperties properties) throws LifecycleException {
        try {
            Duration wait = properties.sliceWait();
            if (wait.isZero()) {
                throw new LifecycleException(OrcaProperties.SLICE_WAIT + " must be over 0");
            }
            return wait;
        } catch (IllegalArgumentException e) {
            throw new LifecycleException(e.getMessage(), e);
        }
    }

    private SliceScribe refusing(String sentence) {
        return scribe(
                () -> {
                    throw new LifecycleException(sentence);
                },
                Duration.ZERO);
    }

    private SliceScribe scribe(Slices slices, Duration wait) {
        return new SliceScribe(slices, new SliceOperations(wait, System::nanoTime), log);
    }

    /** Starts the controller, as ORCA's own does. */
    public static void main(String[] arguments) throws Exception {
        CometXmlRpcController controller = new CometXmlRpcController();
        try {
            controller.start();
        } catch (Exception e) {
            controller.log.error("the controller does not start", e);
            System.exit(1);
        }
    }
}
