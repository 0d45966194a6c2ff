package org.orcacomet.userdata.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.userdata.Recorded;

class FamilyCodecTest {
    @ParameterizedTest
    @ValueSource(strings = {"boot-node0", "storage-node0", "two-node0"})
    void encode_isTheGoldenFile(String recorded) {
        UnitFamilies families = UnitFamilies.of(Recorded.unit(recorded + "-01-join"));
        String text = families.values().entrySet().stream()
                .map(family -> family.getKey() + " " + family.getValue().text().get() + "\n")
                .collect(Collectors.joining());
        assertThat(text).isEqualTo(Recorded.golden(recorded + ".families"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"boot-node0", "storage-node0", "two-node0"})
    void decode_readsWhatEncodeWrote(String recorded) {
        UnitFamilies families = UnitFamilies.of(Recorded.unit(recorded + "-01-join"));
        Map<Section<?>, ScopeValue> values = families.values();
        assertThat(FamilyCodec.decode(Section.USERS, values.get(Section.USERS))).isEqualTo(families.users());
        assertThat(FamilyCodec.decode(Section.INTERFACES, values.get(Section.INTERFACES)))
                .isEqualTo(families.interfaces());
        assertThat(FamilyCodec.decode(Section.STORAGE, values.get(Section.STORAGE)))
                .isEqualTo(families.storage());
        assertThat(FamilyCodec.decode(Section.SCRIPTS, values.get(Section.SCRIPTS)))
                .isEqualTo(families.scripts());
    }

    @Test
    void encode_writesAnEmptyFamilyAsAnEmptyArray() {
        assertThat(FamilyCodec.encode(Collections.emptyList())).isEqualTo(ScopeValue.of("{\"val_\":\"[]\"}"));
    }

    @Test
    void encode_alwaysWritesAUsersKey() {
        User user = User.of("alice", false, Collections.emptyList());
        assertThat(array(FamilyCodec.encode(Collections.singletonList(user))))
                .isEqualTo("[{'user':'alice','sudo':'no','key':[]}]");
    }

    @Test
    void encode_alwaysWritesAllTwelveMembersOfStorage() {
        Map<String, String> members = new HashMap<>();
        members.put("device", "dev0");
        members.put("targetIp", "fd00::2");
        members.put("targetPort", "3260");
        assertThat(array(FamilyCodec.encode(Collections.singletonList(Storage.of(members)))))
                .isEqualTo("[{'device':'dev0','storageType':'iscsi','targetIp':'fd00::2','targetPort':'3260',"
                        + "'targetLun':'0','targetChapUser':'','targetChapSecret':'','targetShouldAttach':'no',"
                        + "'fsType':'','fsOptions':'','fsShouldFormat':'no','fsMountPoint':''}]");
    }

    @Test
    void encode_writesThePlaceholdersOfTheController() {
        assertThat(array(FamilyCodec.encode(Collections.singletonList(Host.of("Node0")))))
                .isEqualTo("[{'hostName':'Node0','ip':''}]");
        assertThat(array(FamilyCodec.encode(Collections.singletonList(PublicKey.empty()))))
                .isEqualTo("[{'publicKey':''}]");
    }

    @Test
    void decode_takesANullValueForNoEntries() {
        assertThat(FamilyCodec.decode(Section.USERS, ScopeValue.ofNull())).isEmpty();
    }

    @Test
    void decode_leavesOutMembersThatItDoesNotKnow() {
        ScopeValue value = wrapped("[{'hostName':'a','ip':'10.0.0.1','more':{'x':[1]}}]");
        assertThat(FamilyCodec.decode(Section.HOSTS, value)).containsExactly(Host.of("a", "10.0.0.1"));
    }

    @Test
    void decode_keepsKeysApart() {
        ScopeValue value = wrapped("[{'user':'bob','sudo':'no','key':['one a:b','two']}]");
        assertThat(FamilyCodec.decode(Section.USERS, value))
                .containsExactly(User.of("bob", false, Arrays.asList("one a:b", "two")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "marked | is not JSON",
                "'' | has no text val_",
                "{'val_':'[]'} marked | is not JSON",
                "[] | has no text val_",
                "{'val_':[]} | has no text val_",
                "{'val_':'{marked'} | is not JSON",
                "{'val_':'{}'} | has no array in its val_",
                "{'val_':'[17]'} | holds something that is no entry, at index 0",
                "{'val_':'[{}]'} | , at index 0: user is missing; sudo is missing"
            },
            quoteCharacter = '~')
    void decode_refusesTextThatBreaksTheContractWithoutQuotingIt(String text, String message) {
        ScopeValue value = ScopeValue.of(text.equals("''") ? "" : text.replace('\'', '"'));
        assertThatThrownBy(() -> FamilyCodec.decode(Section.USERS, value))
                .isInstanceOf(MalformedFamily.class)
                .hasNoCause()
                .hasMessageContaining("the family users")
                .hasMessageContaining(message)
                .hasMessageNotContaining("marked");
    }

    private static String array(ScopeValue value) {
        String text = value.text().get();
        assertThat(text).startsWith("{\"val_\":\"[").endsWith("]\"}");
        return text.substring("{\"val_\":\"".length(), text.length() - 2).replace("\\\"", "'");
    }

    private static ScopeValue wrapped(String array) {
        return ScopeValue.of("{\"val_\": \"" + array.replace("'", "\\\"") + "\"}");
    }
}
