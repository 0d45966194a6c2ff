package org.orcacomet.store.accumulo.oldtable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.store.accumulo.testkit.OldServer;

class SerializedStringsTest {
    private static final String NO_ARRAY = "its value is no array of texts as Java serialises it";
    private static final String CUT = "its value is cut short";

    static Stream<Arguments> arrays() {
        String again = "the same object twice";
        return Stream.of(
                array("nothing"),
                array(
                        "what today's server writes",
                        "false",
                        "Write1234",
                        "{\"val_\":\"[]\"}",
                        "1.0",
                        "",
                        "1500000000000"),
                array("nulls", null, "a", null),
                array("a repeated text, which is a reference", again, "b", again, null, again),
                array("equal texts, which are none", new String("e"), new String("e")),
                array("empty texts", "", ""),
                array("all of Java's UTF-8", "\0 \u007f \u0080 \u07ff \u0800 \uffff \ud83d\ude00 \ud800"),
                array("the longest short text", "x".repeat(65_535)),
                array("a long text", "x".repeat(65_536), "y", "\u20ac".repeat(40_000)));
    }

    private static Arguments array(String what, String... elements) {
        return Arguments.of(what, elements);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("arrays")
    void parse_readsWhatJavaWrites(String what, String[] elements) throws BrokenEntry {
        assertThat(SerializedStrings.parse(OldServer.serialized(elements))).isEqualTo(optional(elements));
    }

    private static List<Optional<String>> optional(String... elements) {
        return Arrays.stream(elements).map(Optional::ofNullable).toList();
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("a text alone", "text"),
                Arguments.of("null", null),
                Arguments.of("an array of objects", new Object[] {"a", "b"}),
                Arguments.of("an array of arrays", new String[][] {{"a"}}),
                Arguments.of("numbers", new int[] {1, 2}),
                Arguments.of("a list", List.of("a")),
                Arguments.of("a date", new Date(0)),
                Arguments.of("a class", String[].class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void parse_refusesEveryOtherClass(String what, Object object) {
        assertThatThrownBy(() -> SerializedStrings.parse(OldServer.serialized(object)))
                .isInstanceOf(BrokenEntry.class)
                .hasMessage(NO_ARRAY);
    }

    @Test
    void parse_refusesAnArrayThatIsCutAnywhere() {
        byte[] whole =
                OldServer.serialized(new String[] {"false", "Write1234", "\u20ac", "false", null, "x".repeat(70_000)});
        for (int length = 0; length < whole.length; length += length < 200 ? 1 : 997) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> SerializedStrings.parse(cut))
                    .isInstanceOf(BrokenEntry.class)
                    .hasMessage(CUT);
        }
    }

    @Test
    void parse_refusesWhatFollowsTheEnd() {
        byte[] whole = OldServer.serialized(new String[] {"a"});
        assertThatThrownBy(() -> SerializedStrings.parse(Arrays.copyOf(whole, whole.length + 1)))
                .hasMessage("something follows the end of its value");
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("a negative length", "ffffffff", "its value is an array of negative length"),
                damage("a length without end", "7fffffff70", CUT),
                damage("an object in it", "0000000173", "its value holds something else than texts"),
                damage("half a reference", "0000000171007e", CUT),
                damage(
                        "a reference to its class",
                        "0000000171007e0000",
                        "its value refers to a text that is not there"),
                damage("a reference to itself", "0000000171007e0001", "its value refers to a text that is not there"),
                damage(
                        "a reference ahead",
                        "0000000271007e000274000161",
                        "its value refers to a text that is not there"),
                damage("a reference to nowhere", "0000000171ffffffff", "its value refers to a text that is not there"),
                damage("a text longer than its value", "00000001740005616263", CUT),
                damage("a text of negative length", "000000017cffffffffffffffff", CUT),
                damage("a text longer than memory", "000000017c7fffffffffffffff", CUT),
                damage("a tail alone", "0000000174000180", "a text of its value is not in Java's UTF-8"),
                damage(
                        "four bytes for a character",
                        "00000001740004f09f9880",
                        "a text of its value is not in Java's UTF-8"),
                damage("a character that is cut", "00000001740001e2", "a text of its value is not in Java's UTF-8"),
                damage(
                        "a character without its tail",
                        "00000001740002c341",
                        "a text of its value is not in Java's UTF-8"));
    }

    private static Arguments damage(String what, String hex, String reason) {
        return Arguments.of(what, hex, reason);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("damages")
    void parse_namesTheDamage(String what, String hex, String reason) {
        byte[] header = OldServer.serialized(new String[0]);
        byte[] rest = HexFormat.of().parseHex(hex);
        byte[] bytes = Arrays.copyOf(header, header.length - Integer.BYTES + rest.length);
        System.arraycopy(rest, 0, bytes, header.length - Integer.BYTES, rest.length);
        assertThatThrownBy(() -> SerializedStrings.parse(bytes))
                .isInstanceOf(BrokenEntry.class)
                .hasMessage(reason);
    }

    @Test
    void parse_takesOrRefusesWhateverIsNearlyRight() {
        Random random = new Random(5);
        byte[] whole =
                OldServer.serialized(new String[] {"false", "Write1234", "\u20ac", "false", null, "1500000000000"});
        for (int round = 0; round < 20_000; round++) {
            byte[] changed = whole.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(SerializedStrings.parse(changed)).isNotEmpty();
            } catch (BrokenEntry e) {
                assertThat(e.getMessage()).doesNotContain("Write1234");
            }
        }
    }
}
