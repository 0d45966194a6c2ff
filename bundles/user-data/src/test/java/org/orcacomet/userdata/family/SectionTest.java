package org.orcacomet.userdata.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionTest {
    @Test
    void ofUnit_knowsTheFiveSections() {
        assertThat(Section.ofUnit())
                .extracting(Section::toString)
                .containsExactly("users", "interfaces", "storage", "routes", "scripts");
        assertThat(Section.ofUnit("storage")).contains(Section.STORAGE);
        assertThat(Section.ofUnit("global")).isEmpty();
        assertThat(Section.ofUnit("hosts")).isEmpty();
    }

    @Test
    void family_ofASliceHasTheGroupBehind() {
        assertThat(Section.HOSTS.family("all")).hasToString("hostsall");
        assertThat(Section.PUBLIC_KEYS.family("all")).hasToString("pubkeysall");
        assertThat(Section.USERS.family()).hasToString("users");
    }

    @Test
    void entryName_isTheNormalForm() {
        assertThat(Section.INTERFACES.entryName("FE:16:3E:00:6C:1E")).isEqualTo("fe163e006c1e");
        assertThat(Section.USERS.entryName(" root ")).isEqualTo("root");
        assertThatThrownBy(() -> Section.INTERFACES.entryName("marked")).hasMessageNotContaining("marked");
        assertThatThrownBy(() -> Section.USERS.entryName(" ")).hasMessage("is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[users]", ";root", "#root", "a=b"})
    void entryName_isNothingElseInAnIniFile(String name) {
        assertThatThrownBy(() -> Section.USERS.entryName(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void entry_holdsNoHalfOfACharacter() {
        assertThatThrownBy(() -> Script.of("bootscript", "echo \ud800"))
                .isInstanceOf(InvalidEntry.class)
                .hasMessage("scriptBody is not Unicode text");
    }

    @Test
    void toString_showsNoSecret() {
        assertThat(User.of("root", true, Collections.singletonList("marked"))).hasToString("User[root]");
        assertThat(Script.of("bootscript", "marked")).hasToString("Script[bootscript]");
        assertThat(PublicKey.of("marked")).hasToString("PublicKey");
    }
}
