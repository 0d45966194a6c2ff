package org.orcacomet.bridge.controller;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.orcacomet.bridge.controller.Requests.VLAN;
import static org.orcacomet.bridge.controller.Requests.VM;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orca.manage.IOrcaServiceManager;
import orca.manage.OrcaConverter;
import orca.manage.beans.ReservationMng;
import orca.manage.beans.TicketReservationMng;
import orca.shirako.common.ReservationID;
import orca.shirako.common.SliceID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.orca.spi.LifecycleException;
import org.slf4j.LoggerFactory;

class CometServiceManagerTest {
    private static final Duration BUDGET = Duration.ofSeconds(10);
    private final List<String> calls = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong();

    @TempDir
    Path folder;

    private RealManager real;
    private IOrcaServiceManager sm;

    @BeforeEach
    void open() {
        real = new RealManager(folder, calls);
        sm = watched(new FakeSlices(calls));
    }

    private IOrcaServiceManager watched(FakeSlices slices) {
        return watched(() -> slices);
    }

    private IOrcaServiceManager watched(Slices slices) {
        SliceScribe scribe = new SliceScribe(
                slices, new SliceOperations(BUDGET, clock::get), LoggerFactory.getLogger("orca.comet.test"));
        return CometServiceManager.around(real.noting(), scribe);
    }

    /** Slices that fail so at each call, where a call may take this long. */
    private FakeSlices failing(Throwable failure) {
        return new FakeSlices(calls) {
            @Override
            void before(String call, Duration bound) throws LifecycleException {
                CometServiceManagerTest.fail(failure);
            }
        };
    }

    private static void fail(Throwable failure) throws LifecycleException {
        if (failure instanceof LifecycleException) {
            throw (LifecycleException) failure;
        }
        if (failure instanceof Error) {
            throw (Error) failure;
        }
        throw (RuntimeException) failure;
    }

    /** A COMET that answers after this long, or when the bound is over. */
    private FakeSlices slow(Duration answer) {
        return new FakeSlices(calls) {
            @Override
            void before(String call, Duration bound) {
                clock.addAndGet(Math.min(answer.toNanos(), bound.toNanos()));
            }
        };
    }

    private List<String> bounds() {
        return calls.stream()
                .filter(call -> call.startsWith("comet.reserve"))
                .map(call -> call.substring(call.lastIndexOf(' ') + 1))
                .collect(Collectors.toList());
    }

    @Test
    void createSlice_isToldToCometInThisOrder() {
        SliceID slice = sm.addSlice(Requests.slice());
        TicketReservationMng node0 = Requests.added(sm, slice, VM);
        TicketReservationMng node1 = Requests.added(sm, slice, VM);
        sm.demand(node1);
        sm.demand(node0);
        assertThat(calls)
                .containsExactly(
                        "comet.probe 10000",
                        "sm.addSlice",
                        "sm.addReservation bbnvmsite.vm",
                        "comet.reserve bbnvmsite.vm Node  0",
                        "sm.addReservation bbnvmsite.vm",
                        "comet.reserve bbnvmsite.vm Node  0",
                        "comet.reserve bbnvmsite.vm Node  10000",
                        "sm.demand bbnvmsite.vm",
                        "comet.reserve bbnvmsite.vm Node  10000",
                        "sm.demand bbnvmsite.vm");
    }

    @Test
    void demand_carriesTheProperties() {
        SliceID slice = sm.addSlice(Requests.slice());
        TicketReservationMng node = Requests.added(sm, slice, VM);
        assertThat(sm.demand(node)).isTrue();
        assertThat(Requests.carried(real.quiet(), node))
                .containsEntry("slice.comet.readToken", FakeSlices.READ)
                .containsEntry("slice.comet.writeToken", FakeSlices.WRITE);
    }

    @Test
    void demand_carriesThemForABeanWithoutLocalProperties() {
        SliceID slice = sm.addSlice(Requests.slice());
        TicketReservationMng node = Requests.added(sm, slice, VM);
        node.setLocalProperties(null);
        sm.demand(node);
        assertThat(Requests.carried(real.quiet(), node)).containsKey("slice.comet.readToken");
    }

    @Test
    void demand_carriesNothingForAVlan() {
        SliceID slice = sm.addSlice(Requests.slice());
        TicketReservationMng link = Requests.added(sm, slice, VLAN);
        sm.demand(link);
        assertThat(Requests.carried(real.quiet(), link)).containsOnlyKeys("unit.hostname");
    }

    @Test
    void demand_byIdIsORCAsAlone() {
        SliceID slice = sm.addSlice(Requests.slice());
        TicketReservationMng node = Requests.added(sm, slice, VM);
        calls.clear();
        assertThat(sm.demand(Requests.id(node))).isTrue();
        assertThat(calls).containsExactly("sm.demand");
    }

    @Test
    void addReservations_beginsTheWritesOfEach() {
        SliceID slice = sm.addSlice(Requests.slice());
        sm.addReservations(asList(Requests.reservation(slice, VM, "a"), Requests.reservation(slice, VM, "b")));
        assertThat(calls)
                .endsWith("sm.addReservations", "comet.reserve bbnvmsite.vm a  0", "comet.reserve bbnvmsite.vm b  0");
    }

    @Test
    void budget_isThatOfAllVmsTogether() {
        sm = watched(slow(Duration.ofSeconds(4)));
        createSlice(6);
        assertThat(bounds()).containsExactly("0", "0", "0", "0", "0", "0", "6000", "2000", "0", "0", "0", "0");
        assertThat(clock.get()).isEqualTo(BUDGET.toNanos());
    }

    private SliceID createSlice(int vms) {
        SliceID slice = sm.addSlice(Requests.slice());
        List<TicketReservationMng> nodes = new ArrayList<>();
        for (int i = 0; i < vms; i++) {
            nodes.add(Requests.added(sm, slice, VM));
        }
        nodes.forEach(sm::demand);
        return slice;
    }

    @Test
    void budget_isWholeAgainForAModify() {
        sm = watched(slow(Duration.ofSeconds(30)));
        SliceID slice = real.quiet().addSlice(Requests.slice());
        for (int i = 0; i < 2; i++) {
            TicketReservationMng node = Requests.added(sm, slice, VM);
            sm.demand(node);
        }
        assertThat(bounds()).containsExactly("0", "10000", "0", "10000");
    }

    @Test
    void budget_isWholeAgainForAModifyThatBeginsWithAClose() {
        sm = watched(slow(Duration.ofSeconds(30)));
        SliceID slice = real.quiet().addSlice(Requests.slice());
        TicketReservationMng node = Requests.added(sm, slice, VM);
        sm.demand(node);
        sm.closeReservation(Requests.id(node));
        sm.demand(Requests.added(sm, slice, VM));
        assertThat(bounds()).containsExactly("0", "10000", "0", "10000");
    }

    @Test
    void budget_isUsedUpByAPluginThatComesLate() {
        FakeSlices late = new FakeSlices(calls);
        sm = watched((Slices) () -> {
            clock.addAndGet(Duration.ofSeconds(3).toNanos());
            return late;
        });
        sm.addSlice(Requests.slice());
        assertThat(calls).startsWith("comet.probe 7000");
    }

    @Test
    void budget_isNotSharedBySlices() {
        sm = watched(slow(Duration.ofSeconds(4)));
        createSlice(3);
        calls.clear();
        createSlice(1);
        assertThat(bounds()).containsExactly("0", "6000");
    }

    @Test
    void addSlice_isRefusedWithTheReason() {
        sm = watched(failing(new LifecycleException("COMET cannot be relied on: no answer came in time")));
        assertThatThrownBy(() -> sm.addSlice(Requests.slice()))
                .isInstanceOf(SliceRefused.class)
                .hasMessage("slice s1 is not made: COMET cannot be relied on: no answer came in time");
        assertThat(calls).containsExactly("comet.probe 10000");
        assertThat(real.quiet().getSlices()).isEmpty();
    }

    static Stream<Throwable> unexpected() {
        return Stream.of(
                new IllegalStateException("Marked-Secret"),
                new NoClassDefFoundError("Marked-Secret"),
                new OutOfMemoryError("Marked-Secret"));
    }

    @ParameterizedTest
    @MethodSource("unexpected")
    void addSlice_isRefusedWithoutTheTextOfWhatNobodyExpected(Throwable failure) {
        sm = watched(failing(failure));
        assertThatThrownBy(() -> sm.addSlice(Requests.slice()))
                .isInstanceOf(SliceRefused.class)
                .hasMessage("slice s1 is not made: COMET could not be tried; see the controller's log");
    }

    @Test
    void addSlice_isRefusedWhereThePluginDoesNotStart() {
        sm = watched((Slices) () -> {
            throw new LifecycleException("Orca-COMET does not start: the disk is full");
        });
        assertThatThrownBy(() -> sm.addSlice(Requests.slice()))
                .hasMessage("slice s1 is not made: Orca-COMET does not start: the disk is full");
    }

    static Stream<Throwable> failures() {
        return Stream.concat(Stream.of(new LifecycleException("down")), unexpected());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void nothingButAddSlice_isTouchedByAPluginThatFails(Throwable failure) {
        sm = watched(failing(failure));
        SliceID slice = real.quiet().addSlice(Requests.slice());
        TicketReservationMng node = Requests.added(sm, slice, VM);
        TicketReservationMng other = Requests.added(sm, slice, VM);
        assertThat(sm.addReservations(asList(Requests.reservation(slice, VM, "a"))))
                .hasSize(1);
        assertThat(sm.demand(node)).isTrue();
        assertThat(sm.demand(Requests.id(other))).isTrue();
        assertThat(sm.closeReservation(Requests.id(node))).isTrue();
        assertThat(sm.closeReservations(slice)).isTrue();
        assertThat(sm.getReservations(slice)).hasSize(3);
        assertThat(sm.removeSlice(slice)).isTrue();
        assertThat(real.quiet().getSlices()).isEmpty();
    }

    @Test
    void demand_isTriedAgainWhereTheWritesCouldNotBegin() {
        sm = watched(failing(new LifecycleException("disk full")));
        SliceID slice = real.quiet().addSlice(Requests.slice());
        TicketReservationMng node = Requests.added(sm, slice, VM);
        calls.clear();
        assertThat(sm.demand(node)).isTrue();
        assertThat(calls).containsExactly("comet.reserve bbnvmsite.vm Node  10000", "sm.demand bbnvmsite.vm");
    }

    static Stream<Arguments> calls() {
        ReservationID reservation = new ReservationID("r");
        SliceID slice = new SliceID("s");
        return Stream.of(
                call("addSlice", sm -> sm.addSlice(Requests.slice())),
                call("addReservation", sm -> sm.addReservation(Requests.reservation(slice, VM, "a"))),
                call("addReservations", sm -> sm.addReservations(asList(Requests.reservation(slice, VM, "a")))),
                call("demand", sm -> sm.demand(reservation)),
                call("demand", sm -> sm.demand((ReservationMng) Requests.reservation(slice, VM, "a"))),
                call("closeReservation", sm -> sm.closeReservation(reservation)),
                call("closeReservations", sm -> sm.closeReservations(slice)),
                call("removeSlice", sm -> sm.removeSlice(slice)),
                call("modifyReservation", sm -> sm.modifyReservation(reservation, new Properties())),
                call("extendReservation", sm -> sm.extendReservation(reservation, new Date())),
                call("getReservation", sm -> sm.getReservation(reservation)),
                call("getReservations", sm -> sm.getReservations(slice)),
                call("getSlices", sm -> sm.getSlices()),
                call("getName", sm -> sm.getName()),
                call("clone", sm -> sm.clone()));
    }

    private static Arguments call(String method, Function<IOrcaServiceManager, Object> call) {
        return Arguments.of(method, call);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anException_ofTheServiceManagerIsThrownAsItIs(String method, Function<IOrcaServiceManager, Object> call) {
        for (Throwable thrown : asList(new IllegalStateException("no"), new InternalError("no"))) {
            real.answer(method, thrown);
            assertThat(catchThrowable(() -> call.apply(sm))).isSameAs(thrown);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"addSlice", "addReservation", "addReservations"})
    void null_ofTheServiceManagerIsAnsweredAsItIs(String method) {
        real.answer(method, null);
        SliceID slice = new SliceID("s");
        Object answer = method.equals("addSlice")
                ? sm.addSlice(Requests.slice())
                : method.equals("addReservation")
                        ? sm.addReservation(Requests.reservation(slice, VM, "a"))
                        : sm.addReservations(asList(Requests.reservation(slice, VM, "a")));
        assertThat(answer).isNull();
        assertThat(calls).noneMatch(call -> call.startsWith("comet.reserve"));
    }

    @Test
    void false_ofTheServiceManagerEndsNothingInComet() {
        SliceID slice = sm.addSlice(Requests.slice());
        TicketReservationMng node = Requests.added(sm, slice, VM);
        asList("closeReservation", "closeReservations", "removeSlice").forEach(one -> real.answer(one, false));
        assertThat(sm.closeReservation(Requests.id(node))).isFalse();
        assertThat(sm.closeReservations(slice)).isFalse();
        assertThat(sm.removeSlice(slice)).isFalse();
        assertThat(calls).noneMatch(call -> call.matches("comet\\.(release|delete).*"));
    }

    @Test
    void modifySlice_givesAddedReservationsTheTokenOfTheStockSlice() {
        SliceID slice = real.quiet().addSlice(Requests.slice());
        Requests.stock(real.quiet(), slice);
        sm.demand(Requests.added(sm, slice, VM));
        assertThat(calls)
                .containsExactly(
                        "sm.addReservation bbnvmsite.vm",
                        "sm.getReservations",
                        "comet.reserve bbnvmsite.vm Node Stock-Read-1 0",
                        "comet.reserve bbnvmsite.vm Node Stock-Read-1 10000",
                        "sm.demand bbnvmsite.vm");
    }

    @Test
    void modifySlice_doesNotGuessTheTokenOfASliceThatTheServiceManagerDoesNotTell() {
        SliceID slice = real.quiet().addSlice(Requests.slice());
        real.answer("getReservations", null);
        TicketReservationMng node = Requests.added(sm, slice, VM);
        assertThat(sm.demand(node)).isTrue();
        assertThat(calls).noneMatch(call -> call.startsWith("comet."));
        assertThat(Requests.carried(real.quiet(), node)).doesNotContainKey("slice.comet.readToken");
    }

    @Test
    void closeReservation_tellsTheTokensOfTheStockSlice() {
        SliceID slice = real.quiet().addSlice(Requests.slice());
        TicketReservationMng node = Requests.stock(real.quiet(), slice);
        assertThat(sm.closeReservation(Requests.id(node))).isTrue();
        assertThat(calls)
                .containsExactly(
                        "sm.getReservation",
                        "sm.closeReservation",
                        "comet.release " + node.getReservationID()
                                + " (bbnvmsite.vm) {slice.comet.readToken=Stock-Read-1,"
                                + " slice.comet.writeToken=Stock-Write-1, unit.comet.hosts.group.write=all}");
    }

    @Test
    void closeReservation_ofAnUnknownOneIsORCAsAlone() {
        real.answer("closeReservation", true);
        assertThat(sm.closeReservation(new ReservationID("unknown"))).isTrue();
        assertThat(calls).containsExactly("sm.getReservation", "sm.closeReservation");
    }

    @Test
    void closeReservations_releasesEach() {
        SliceID slice = real.quiet().addSlice(Requests.slice());
        Requests.added(real.quiet(), slice, VM);
        Requests.added(real.quiet(), slice, VM);
        assertThat(sm.closeReservations(slice)).isTrue();
        assertThat(calls).hasSize(4).startsWith("sm.getReservations", "sm.closeReservations");
        assertThat(calls.subList(2, 4)).allMatch(call -> call.startsWith("comet.release"));
    }

    @Test
    void removeSlice_deletesAfterwards() {
        SliceID slice = real.quiet().addSlice(Requests.slice());
        assertThat(sm.removeSlice(slice)).isTrue();
        assertThat(calls).containsExactly("sm.removeSlice", "comet.delete " + slice);
    }

    @Test
    void getReservations_releasesThoseThatEndedByThemselves() {
        SliceID slice = real.quiet().addSlice(Requests.slice());
        TicketReservationMng ended = Requests.stock(real.quiet(), slice);
        Requests.stock(real.quiet(), slice);
        real.quiet().closeReservation(Requests.id(ended));
        assertThat(sm.getReservations(slice)).hasSize(2);
        assertThat(calls)
                .containsExactly(
                        "sm.getReservations", "comet.release " + ended.getReservationID() + " (bbnvmsite.vm) {}");
    }

    static Stream<Object> refusals() {
        return Stream.of(new IllegalStateException("no"), new InternalError("no"), Collections.emptyMap());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void addReservation_thatFailsReleasesWhatWasAddedWithIt(Object refusal) {
        SliceID slice = sm.addSlice(Requests.slice());
        TicketReservationMng node = Requests.added(sm, slice, VM);
        real.answer("addReservation", refusal instanceof Throwable ? refusal : null);
        for (String name : asList("b", "c")) {
            Throwable thrown = catchThrowable(() -> sm.addReservation(Requests.reservation(slice, VM, name)));
            assertThat(thrown).isSameAs(refusal instanceof Throwable ? refusal : null);
        }
        assertThat(calls)
                .filteredOn(call -> call.startsWith("comet.release"))
                .containsExactly("comet.release " + node.getReservationID() + " (bbnvmsite.vm) {}");
    }

    @Test
    void addReservation_thatFailsLeavesWhatWasDemandedBefore() {
        SliceID slice = createSlice(2);
        real.answer("addReservation", null);
        sm.addReservation(Requests.reservation(slice, VM, "b"));
        assertThat(calls).noneMatch(call -> call.startsWith("comet.release"));
    }

    @Test
    void nonsense_isForTheServiceManagerToJudge() {
        SliceID slice = sm.addSlice(Requests.slice());
        RuntimeException judged = new IllegalArgumentException("null");
        asList("addReservation", "addReservations", "demand").forEach(one -> real.answer(one, judged));
        assertThat(catchThrowable(() -> sm.addReservations(asList((TicketReservationMng) null))))
                .isSameAs(judged);
        assertThat(catchThrowable(() -> sm.addReservations(null))).isSameAs(judged);
        assertThat(catchThrowable(() -> sm.addReservation(null))).isSameAs(judged);
        assertThat(catchThrowable(() -> sm.demand(new ReservationMng()))).isSameAs(judged);
        real.answer("getReservations", asList(null, "no reservation"));
        assertThat((List<?>) sm.getReservations(slice)).hasSize(2);
    }

    @Test
    void clone_isWatchedToo() {
        IOrcaServiceManager clone = (IOrcaServiceManager) sm.clone();
        clone.addSlice(Requests.slice());
        assertThat(calls).containsExactly("sm.clone", "comet.probe 10000");
        assertThat(real.quiet().getSlices()).hasSize(1);
    }

    @Test
    void inside_isTheServiceManagerItself() {
        IOrcaServiceManager inner = real.quiet();
        IOrcaServiceManager one = CometServiceManager.around(inner, null);
        assertThat(CometServiceManager.inside(one)).isSameAs(inner);
        assertThat(CometServiceManager.inside(inner)).isSameAs(inner);
        assertThat(CometServiceManager.inside(null)).isNull();
        assertThat(one).isEqualTo(CometServiceManager.around(inner, null)).isEqualTo(one);
        assertThat(one).isNotEqualTo("one").hasSameHashCodeAs(inner);
        assertThat(one.toString()).isEqualTo(inner.toString());
        assertThat(one.equals(null)).isFalse();
    }

    @Test
    void unwatchedCalls_goThrough() {
        SliceID slice = sm.addSlice(Requests.slice());
        TicketReservationMng node = Requests.added(sm, slice, VM);
        Properties modification = new Properties();
        modification.setProperty("modify.1.mac", "fa:01");
        assertThat(sm.modifyReservation(Requests.id(node), modification)).isTrue();
        assertThat(OrcaConverter.getConfigurationProperty(sm.getReservation(Requests.id(node)), "modify.1.mac"))
                .isEqualTo("fa:01");
        assertThat(sm.getName()).isEqualTo("sm");
    }
}
