package org.orcacomet.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import whom: a row per room, and what is not in its row is forbidden. */
class DirectionTest {
    private static final String API = "org.orcacomet.api";
    private static final String STORE = "org.orcacomet.store";
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String SLF4J = "org.slf4j..";
    private static final String OSGI = "org.osgi..";

    static Stream<Arguments> rooms() {
        return Stream.of(
                room("api"),
                room("orca.spi"),
                room("orca.logging", "org.orcacomet.orca.spi", SLF4J, OSGI),
                room("userdata", API, JACKSON),
                room("journal", API, SLF4J, OSGI),
                room("client", API, JACKSON, SLF4J, OSGI, "org.apache.hc..", "org.bouncycastle.."),
                room(
                        "orca.controller",
                        API,
                        "org.orcacomet.orca.spi",
                        "org.orcacomet.userdata..",
                        "org.orcacomet.journal",
                        SLF4J,
                        OSGI),
                room(
                        "orca.am",
                        API,
                        "org.orcacomet.orca.spi",
                        "org.orcacomet.userdata..",
                        "org.orcacomet.journal",
                        SLF4J,
                        OSGI),
                room("store.rocksdb", API, STORE, "org.rocksdb..", "com.github.benmanes.caffeine..", SLF4J, OSGI),
                room(
                        "store.accumulo",
                        API,
                        STORE,
                        "org.apache.accumulo.core..",
                        "org.apache.hadoop.io",
                        "com.github.benmanes.caffeine..",
                        SLF4J,
                        OSGI),
                room("audit", API, "com.fasterxml.jackson.core..", SLF4J, OSGI),
                room("service", API, STORE, "org.orcacomet.audit", SLF4J, OSGI),
                room(
                        "shell",
                        API,
                        "org.orcacomet.service..",
                        "org.orcacomet.userdata.family",
                        "org.apache.felix.service.command",
                        OSGI),
                room(
                        "http",
                        API,
                        "org.orcacomet.audit",
                        "org.orcacomet.service",
                        "org.orcacomet.service.admin",
                        "org.eclipse.jetty..",
                        "org.conscrypt..",
                        "javax.management",
                        JACKSON,
                        SLF4J,
                        OSGI),
                room("health", "org.orcacomet.service", "org.apache.felix.hc.api", OSGI));
    }

    private static Arguments room(String name, String... imports) {
        return Arguments.of("org.orcacomet." + name, imports);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rooms")
    void room_importsWhatItsRowAllows(String room, String[] imports) {
        DescribedPredicate<JavaClass> allowed = resideInAnyPackage(
                        "java..", "javax.net..", "javax.security..", room + "..")
                .or(resideInAnyPackage(imports))
                .or(resideInAnyPackage("org.osgi.annotation.."))
                .or(DescribedPredicate.describe("arrays and primitives", c -> c.isArray() || c.isPrimitive()));

        ArchRuleDefinition.classes()
                .that(resideInAPackage(room + ".."))
                .should()
                .onlyDependOnClassesThat(allowed)
                .check(Rooms.CLASSES);
    }

    @Test
    void store_importsTheApiAlone() {
        ArchRuleDefinition.classes()
                .that(resideInAPackage(STORE))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", STORE, API, "org.osgi.annotation.."))
                .check(Rooms.CLASSES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rooms")
    void internal_isItsOwnBundlesAlone(String room, String[] imports) {
        noClasses()
                .that(resideOutsideOfPackages(room + ".."))
                .should()
                .dependOnClassesThat(resideInAPackage(room + ".internal.."))
                .allowEmptyShould(true)
                .check(Rooms.CLASSES);
    }

    @Test
    void osgi_runtimeIsForComponentsAlone() {
        noClasses()
                .that(DescribedPredicate.describe(
                        "are no components", c -> !c.getName().contains("Component")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.osgi.framework..", "org.osgi.service.cm..", "org.osgi.util.."))
                .check(Rooms.CLASSES);
    }

    @Test
    void orca_isNowhereYet() {
        noClasses().should().dependOnClassesThat(resideInAPackage("orca..")).check(Rooms.CLASSES);
    }

    @Test
    void rooms_areAllRead() {
        assertThat(rooms().map(row -> (String) row.get()[0]))
                .allSatisfy(room -> assertThat(Rooms.CLASSES.that(resideInAPackage(room + "..")))
                        .isNotEmpty());
    }
}
