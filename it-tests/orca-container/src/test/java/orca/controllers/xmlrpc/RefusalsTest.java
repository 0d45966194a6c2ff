package orca.controllers.xmlrpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orca.controllers.xmlrpc.WatchedController.Refusal;
import orca.manage.beans.ReservationMng;
import orca.manage.beans.SliceMng;
import orca.shirako.common.ReservationID;
import orca.shirako.common.SliceID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The stand-in against what was seen of ORCA's controller when its service manager refuses. */
class RefusalsTest {
    private static final String CREATE = "createSlice s1 Node0=bbnvmsite.vm Node1=bbnvmsite.vm";
    private static final String STATUS_0 = "Status: code=0 (See OrcaConstants for details)";
    private static final String FAULT =
            "fault Failed to invoke method createSlice in class orca.controllers.xmlrpc.OrcaXmlrpcHandler: no";
    private static final Refusal EXCEPTION = () -> {
        throw new RuntimeException("no");
    };
    private static final Refusal ERROR = () -> {
        throw new InternalError("no");
    };
    private static final Refusal NULL = () -> null;
    private static final Refusal FALSE = () -> false;

    @TempDir
    Path folder;

    private WatchedController controller;

    @BeforeEach
    void start() throws Exception {
        controller = WatchedController.start(folder, new Properties());
    }

    static Stream<Arguments> refusedSlices() {
        String encountered = "err ERROR: Exception encountered: ";
        return Stream.of(
                Arguments.of(EXCEPTION, encountered + "java.lang.RuntimeException: no"),
                Arguments.of(NULL, encountered + "java.lang.Exception: Could not create slice: " + STATUS_0),
                Arguments.of(ERROR, FAULT));
    }

    @ParameterizedTest
    @MethodSource("refusedSlices")
    void addSlice_refusedLeavesNothing(Refusal refusal, String answer) {
        controller.refuse("addSlice", 1, refusal);
        assertThat(controller.call(CREATE)).isEqualTo(answer);
        assertThat(controller.sm().getSlices()).isEmpty();
        assertThat(controller.call("listSlices")).isEqualTo("ok ");
        assertThat(controller.call("deleteSlice s1")).contains("unable to find slice");
        assertThat(controller.call(CREATE)).startsWith("ok ");
    }

    static Stream<Arguments> refusedReservations() {
        String encountered = "err ERROR: Exception encountered: java.lang.RuntimeException: ";
        return Stream.of(
                Arguments.of(1, EXCEPTION, encountered + "no", ""),
                Arguments.of(2, EXCEPTION, encountered + "no", "Nascent"),
                Arguments.of(2, NULL, encountered + "Could not add reservations " + STATUS_0, "Nascent"),
                Arguments.of(2, ERROR, FAULT, "Nascent"));
    }

    @ParameterizedTest
    @MethodSource("refusedReservations")
    void addReservation_refusedLeavesASliceThatCannotBeDeleted(int nth, Refusal refusal, String answer, String left) {
        controller.refuse("addReservation", nth, refusal);
        assertThat(controller.call(CREATE)).isEqualTo(answer);
        assertThat(states()).isEqualTo(left);
        assertStuck();
    }

    static Stream<Arguments> refusedDemands() {
        return Stream.of(
                Arguments.of(2, EXCEPTION, "Nascent Active"),
                Arguments.of(2, FALSE, "Nascent Active"),
                Arguments.of(1, ERROR, "Active Nascent"));
    }

    @ParameterizedTest
    @MethodSource("refusedDemands")
    void demand_refusedIsToldToNobody(int nth, Refusal refusal, String left) {
        controller.refuse("demand", nth, refusal);
        assertThat(controller.call(CREATE)).startsWith("ok ");
        assertThat(states()).isEqualTo(left);
        assertStuck();
    }

    private String states() {
        SliceMng slice = controller.sm().getSlices().get(0);
        return controller.sm().getReservations(new SliceID(slice.getSliceID())).stream()
                .map(State::name)
                .collect(Collectors.joining(" "));
    }

    private void assertStuck() {
        assertThat(controller.call("deleteSlice s1")).contains("not yet stable, try again later");
        assertThat(controller.call(CREATE)).contains("duplicate slice urn");
        assertThat(controller.call("listSlices")).isEqualTo("ok s1");
    }

    @Test
    void createSlice_worksAgainWhenTheLeftOversAreClosedAtTheServiceManager() {
        controller.refuse("addReservation", 2, EXCEPTION);
        controller.call(CREATE);
        SliceID slice = new SliceID(controller.sm().getSlices().get(0).getSliceID());
        List<ReservationMng> left = controller.sm().getReservations(slice);
        controller.sm().closeReservation(new ReservationID(left.get(0).getReservationID()));
        assertThat(controller.call(CREATE)).startsWith("ok ");
    }

    @Test
    void sliceStatus_saysThatThereAreNoReservations() {
        controller.refuse("addReservation", 1, EXCEPTION);
        controller.call(CREATE);
        assertThat(controller.call("sliceStatus s1")).isEqualTo("ok There are no reservations in the slice");
    }

    @Test
    void call_isAnsweredNoSuchHandlerBeforeTheControllerHasOne() {
        assertThat(new XmlRpcPort().call("listSlices")).isEqualTo("fault No such handler: listSlices");
    }
}
