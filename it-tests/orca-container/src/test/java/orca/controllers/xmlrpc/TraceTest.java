package orca.controllers.xmlrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import orca.manage.IOrcaServiceManager;
import orca.manage.OrcaConverter;
import orca.manage.beans.ReservationMng;
import orca.manage.beans.TicketReservationMng;
import orca.shirako.common.ReservationID;
import orca.shirako.common.SliceID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in against a trace of ORCA's controller: createSlice, modifySlice, deleteSlice. */
class TraceTest {
    private static final String CREATE = "createSlice s1 Node0=bbnvmsite.vm Node1=bbnvmsite.vm";
    private static final String ADD_IFACE = "?modify.subcommand.1=modify.addiface&modify.1.mac=fa%3A01";

    @TempDir
    Path folder;

    private WatchedController controller;

    @BeforeEach
    void start() throws Exception {
        controller = WatchedController.start(folder, new Properties());
    }

    /** The controller's calls of the trace, a line each, and their resource types where the trace has them. */
    private static List<String> recorded() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                TraceTest.class.getResourceAsStream("/trace-controller-calls.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toList());
        }
    }

    @Test
    void calls_areThoseOfTheTrace() throws IOException {
        controller.call(CREATE);
        controller.call("modifySlice s1 Link=bbnvmsite.vlan ~Node0" + ADD_IFACE + " ~Node1" + ADD_IFACE);
        await().until(() -> controller.calls().size() == 9);
        controller.call("deleteSlice s1");
        assertThat(controller.calls()).containsExactlyElementsOf(recorded());
    }

    @Test
    void demand_copiesTheLocalPropertiesIntoAllFourSets() {
        controller.call(CREATE);
        IOrcaServiceManager sm = controller.sm();
        TicketReservationMng bean = new TicketReservationMng();
        bean.setSliceID(sm.getSlices().get(0).getSliceID());
        bean.setResourceType("bbnvmsite.vm");
        ReservationID id = sm.addReservation(bean);
        bean.setReservationID(id.toString());
        OrcaConverter.setLocalProperty(bean, "late", "arrives");
        bean.setConfigurationProperties(OrcaConverter.fill(properties("lost", "changed after addReservation")));
        sm.demand(bean);
        ReservationMng demanded = sm.getReservation(id);
        assertThat(OrcaConverter.fill(demanded.getLocalProperties())).containsEntry("late", "arrives");
        assertThat(OrcaConverter.fill(demanded.getConfigurationProperties())).containsOnlyKeys("late");
        assertThat(OrcaConverter.fill(demanded.getRequestProperties())).containsEntry("late", "arrives");
        assertThat(OrcaConverter.fill(demanded.getResourceProperties())).containsEntry("late", "arrives");
    }

    private static Properties properties(String name, String value) {
        Properties properties = new Properties();
        properties.setProperty(name, value);
        return properties;
    }

    @Test
    void modifyReservation_staysWithTheConfigurationProperties() {
        controller.call(CREATE);
        controller.call("modifySlice s1 ~Node0" + ADD_IFACE);
        await().untilAsserted(() ->
                assertThat(controller.call("carried s1 Node0")).contains("modify.subcommand.1=modify.addiface"));
    }

    @Test
    void recover_knowsTheSlicesOfTheServiceManager() throws Exception {
        String created = controller.call(CREATE);
        WatchedController again = WatchedController.start(folder, new Properties());
        assertThat(again.call("listSlices")).isEqualTo("ok s1");
        assertThat(again.call("modifySlice s1")).isEqualTo(created);
        assertThat(again.call("deleteSlice s1")).isEqualTo("ok true");
        assertThat(again.sm().getReservations(new SliceID(created.split(" ")[1])))
                .isEmpty();
    }
}
