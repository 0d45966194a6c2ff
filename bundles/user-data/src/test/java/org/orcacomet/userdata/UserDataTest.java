package org.orcacomet.userdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orcacomet.userdata.family.InvalidProperty;

class UserDataTest {
    private final Map<String, String> unit = Recorded.unit("storage-node0-01-join");

    @Test
    void render_isTheGoldenSection() {
        UserData data = UserData.of(unit).with(GlobalName.COMET_READ_TOKEN, "unitReadToken1");
        assertThat(data.render()).isEqualTo(Recorded.golden("storage-node0.global"));
    }

    @Test
    void render_writesACommentForEachMissingValue() {
        assertThat(UserData.of(Collections.emptyMap()).render().split("\n"))
                .hasSize(GlobalName.values().length + 1)
                .contains(";actor_id= Not Specified", ";cometpubkeysgroupwrite= Not Specified");
    }

    @Test
    void parse_readsWhatRenderWrote() {
        UserData data = UserData.of(unit).with(GlobalName.COMET_READ_TOKEN, "unitReadToken1");
        assertThat(UserData.parse(data.render())).isEqualTo(data);
    }

    @Test
    void parse_readsTheGlobalSectionAlone() {
        String text = "; comment\r\n[users]\r\nactor_id=wrong\r\n[global]\r\nactor_id = a=b \r\nunknown=x\r\n"
                + ";router= Not Specified\r\n[routes]\r\nslice_id=wrong\r\n";
        UserData data = UserData.parse(text);
        assertThat(data.get(GlobalName.ACTOR_ID)).hasValue("a=b");
        assertThat(data.get(GlobalName.SLICE_ID)).isEmpty();
        assertThat(data.get(GlobalName.ROUTER)).isEmpty();
    }

    @Test
    void of_refusesAValueOfTwoLinesAndNamesItsProperty() {
        Map<String, String> two = Collections.singletonMap("unit.hostname", "marked\n[users]");
        assertThatThrownBy(() -> UserData.of(two))
                .isInstanceOf(InvalidProperty.class)
                .hasMessageStartingWith("unit.hostname ")
                .hasMessageNotContaining("marked");
    }

    @Test
    void of_refusesHalfOfACharacterAndNamesItsProperty() {
        assertThatThrownBy(() -> UserData.of(Collections.singletonMap("unit.hostname", "a\ud800")))
                .isInstanceOf(InvalidProperty.class)
                .hasMessage("unit.hostname is not Unicode text");
    }

    @Test
    void of_takesNoWriteTokenOfTheUnit() {
        unit.put("unit.comet.writeToken", "markedWriteToken1");
        unit.put("shirako.save.unit.comet.writeToken", "markedWriteToken1");
        assertThat(UserData.of(unit).render()).doesNotContain("markedWriteToken1");
    }

    @Test
    void withoutComet_leavesTheIdentityAlone() {
        UserData data = UserData.of(unit).withoutComet();
        assertThat(data.get(GlobalName.HOST_NAME)).hasValue("Node0");
        assertThat(data.render()).contains(";comethost= Not Specified", ";slicecometreadtoken= Not Specified");
    }

    @Test
    void toString_showsNoValue() {
        assertThat(UserData.of(unit).toString())
                .contains("SLICE_COMET_READ_TOKEN")
                .doesNotContain(unit.get("slice.comet.readToken"), unit.get("unit.rid"));
    }
}
