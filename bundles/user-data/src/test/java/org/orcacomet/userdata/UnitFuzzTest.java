package org.orcacomet.userdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.userdata.family.EntryProperties;
import org.orcacomet.userdata.family.FamilyCodec;
import org.orcacomet.userdata.family.FamilyEntry;
import org.orcacomet.userdata.family.InvalidProperty;
import org.orcacomet.userdata.family.Section;
import org.orcacomet.userdata.family.UnitFamilies;

/** Whatever ORCA's properties hold, they become typed values, or are refused with the name of a property. */
class UnitFuzzTest {
    private static final String PROPERTY_AND_RULE = "(?s).+? (is|holds|has|begins) .+";

    @Provide
    Arbitrary<Map<String, String>> units() {
        return MutatedUnits.units();
    }

    @Property
    void families_areReadOrRefused(@ForAll("units") Map<String, String> unit) {
        Optional<UnitFamilies> families = readOrRefused(unit, () -> UnitFamilies.of(unit));
        families.ifPresent(UnitFuzzTest::assertKeptByTheCodec);
    }

    @Property
    void entryOfAModify_isReadOrRefused(@ForAll("units") Map<String, String> unit) {
        for (Section<?> section : Section.ofUnit()) {
            readOrRefused(unit, () -> EntryProperties.at("modify.1.", unit).read(section));
        }
    }

    @Property
    void global_isReadAgainAsItWasWritten(@ForAll("units") Map<String, String> unit) {
        readOrRefused(unit, () -> UserData.of(unit))
                .ifPresent(data -> assertThat(UserData.parse(data.render())).isEqualTo(data));
    }

    @Property
    void ini_hasItsSectionsAndNoOthers(@ForAll("units") Map<String, String> unit) {
        Optional<UserData> global = readOrRefused(unit, () -> UserData.of(unit).withoutComet());
        Optional<UnitFamilies> families = readOrRefused(unit, () -> UnitFamilies.of(unit));
        if (global.isPresent() && families.isPresent()) {
            String ini = LegacyIni.render(global.get(), families.get());
            assertThat(sections(ini))
                    .containsExactly("[global]", "[users]", "[interfaces]", "[storage]", "[routes]", "[scripts]");
            assertThat(UserData.parse(ini)).isEqualTo(global.get());
        }
    }

    private static List<String> sections(String ini) {
        return Arrays.stream(ini.split("[\r\n]+"))
                .filter(line -> line.startsWith("["))
                .collect(Collectors.toList());
    }

    private static <T> Optional<T> readOrRefused(Map<String, String> unit, Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (InvalidProperty refusal) {
            assertThat(refusal.getMessage()).matches(PROPERTY_AND_RULE);
            assertThat(Stream.concat(unit.keySet().stream().map(UnitFuzzTest::stem), Stream.of("modify.1"))
                            .anyMatch(refusal.getMessage()::startsWith))
                    .as(refusal.getMessage())
                    .isTrue();
            return Optional.empty();
        }
    }

    /** A refusal may name a property that is missing beside one that is there. */
    private static String stem(String property) {
        return property.replaceAll("[.][^.]*$", "");
    }

    private static void assertKeptByTheCodec(UnitFamilies families) {
        Map<Section<?>, ScopeValue> values = families.values();
        assertKept(Section.USERS, families.users(), values);
        assertKept(Section.INTERFACES, families.interfaces(), values);
        assertKept(Section.STORAGE, families.storage(), values);
        assertKept(Section.ROUTES, families.routes(), values);
        assertKept(Section.SCRIPTS, families.scripts(), values);
    }

    private static <E extends FamilyEntry> void assertKept(
            Section<E> section, List<E> entries, Map<Section<?>, ScopeValue> values) {
        assertThat(FamilyCodec.decode(section, values.get(section))).isEqualTo(entries);
        entries.forEach(
                entry -> assertThat(FamilyCodec.decode(section, FamilyCodec.encode(Collections.singletonList(entry))))
                        .containsExactly(entry));
    }
}
