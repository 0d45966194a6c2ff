package org.orcacomet.userdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.orcacomet.api.testkit.Mutations;
import org.orcacomet.userdata.family.InvalidProperty;

class UserDataFuzzTest {
    @Provide
    Arbitrary<String> files() {
        return Mutations.of(Arrays.asList(
                Recorded.golden("storage-node0.global"),
                Recorded.golden("two-node0.ini"),
                Recorded.golden("boot-node0.ini").replace("\n", "\r\n")));
    }

    @Property
    void parse_readsAnyFileOrNamesAProperty(@ForAll("files") String file) {
        try {
            UserData data = UserData.parse(file);
            assertThat(UserData.parse(data.render())).isEqualTo(data);
        } catch (InvalidProperty refusal) {
            assertThat(Arrays.stream(GlobalName.values()).map(GlobalName::property))
                    .anyMatch(refusal.getMessage()::startsWith);
        }
    }
}
