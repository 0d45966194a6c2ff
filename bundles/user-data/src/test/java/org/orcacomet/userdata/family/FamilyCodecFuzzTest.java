package org.orcacomet.userdata.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.testkit.Mutations;
import org.orcacomet.userdata.Recorded;

/** Any text of a scope is a family, or is refused as none. */
class FamilyCodecFuzzTest {
    private static final List<Section<?>> SECTIONS = Arrays.asList(
            Section.USERS,
            Section.INTERFACES,
            Section.STORAGE,
            Section.ROUTES,
            Section.SCRIPTS,
            Section.HOSTS,
            Section.PUBLIC_KEYS);
    private static final int LONGEST_REFUSAL = 1_000;

    @Provide
    Arbitrary<String> texts() {
        List<String> seeds = new ArrayList<>(Arrays.asList(
                "{\"val_\": \"[{\\\"hostName\\\":\\\"Node0\\\",\\\"ip\\\":\\\"10.0.0.1\\\"}]\"}",
                "{\"val_\": \"[{\\\"publicKey\\\":\\\"ssh-rsa AAAA a@b\\\"}]\"}"));
        for (String recorded : Arrays.asList("boot-node0", "storage-node0", "two-node0")) {
            Arrays.stream(Recorded.golden(recorded + ".families").split("\n"))
                    .map(line -> line.substring(line.indexOf(' ') + 1))
                    .forEach(seeds::add);
        }
        return Mutations.of(seeds);
    }

    @Property
    void decode_readsWhatItWouldWriteOrRefuses(@ForAll("texts") String text) {
        ScopeValue value;
        try {
            value = ScopeValue.of(text);
        } catch (IllegalArgumentException half) {
            return;
        }
        SECTIONS.forEach(section -> assertReadOrRefused(section, value));
    }

    private static <E extends FamilyEntry> void assertReadOrRefused(Section<E> section, ScopeValue value) {
        try {
            List<E> entries = FamilyCodec.decode(section, value);
            assertThat(FamilyCodec.decode(section, FamilyCodec.encode(entries))).isEqualTo(entries);
        } catch (MalformedFamily refusal) {
            assertThat(refusal).hasMessageStartingWith("the family " + section).hasNoCause();
            assertThat(refusal.getMessage().length()).isLessThan(LONGEST_REFUSAL);
        }
    }
}
