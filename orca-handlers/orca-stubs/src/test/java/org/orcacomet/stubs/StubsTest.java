package org.orcacomet.stubs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orca.util.ID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every stub against the signatures that were read from ORCA's own class files. */
class StubsTest {
    /** Mentioned by a signature, so that it must be there; nothing else is known of it. */
    private static final String NAME_ONLY = "orca.shirako.container.EventManagerException";

    /** The members of each type, after its header. */
    private static final Map<String, List<String>> ORCA = new TreeMap<>();

    @BeforeAll
    static void readSignatures() throws Exception {
        Path file =
                Paths.get(StubsTest.class.getResource("/orca-signatures.txt").toURI());
        List<String> members = new ArrayList<>();
        for (String line : Files.readAllLines(file, UTF_8)) {
            if (line.startsWith("public ")) {
                members = new ArrayList<>();
                members.add(line);
                ORCA.put(line.split(" ")[2], members);
            } else if (line.startsWith("  ")) {
                members.add(line.trim().replace(" synchronized ", " ").replace(", ", ","));
            }
        }
    }

    static List<Class<?>> stubs() throws IOException, URISyntaxException, ClassNotFoundException {
        List<Class<?>> stubs = new ArrayList<>();
        for (Path file : classFiles()) {
            String name = root().relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
            if (!name.equals(NAME_ONLY)) {
                stubs.add(Class.forName(name, false, StubsTest.class.getClassLoader()));
            }
        }
        return stubs;
    }

    static List<Path> classFiles() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.walk(root().resolve("orca"))) {
            return files.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        }
    }

    private static Path root() throws URISyntaxException {
        return Paths.get(
                ID.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @ParameterizedTest
    @MethodSource("stubs")
    void stub_hasNoMemberThatOrcaHasNot(Class<?> stub) {
        assertThat(ORCA).containsKey(stub.getName());
        assertThat(ORCA.get(stub.getName())).containsAll(signatures(stub));
    }

    @ParameterizedTest
    @MethodSource("stubs")
    void stub_hasNoParentThatOrcaHasNot(Class<?> stub) {
        String header = ORCA.get(stub.getName()).get(0);
        assertThat(header).startsWith(stub.isInterface() ? "public interface " : "public class ");
        Stream.of(stub.getInterfaces()).forEach(parent -> assertThat(header).contains(parent.getName()));
        if (!stub.isInterface() && stub.getSuperclass() != Object.class) {
            assertThat(header).contains(" extends " + stub.getSuperclass().getName());
        }
    }

    /** The compiler would copy it into our classes, with the value that it has here. */
    @ParameterizedTest
    @MethodSource("classFiles")
    void stub_hasNoConstant(Path file) throws IOException {
        assertThat(new String(Files.readAllBytes(file), ISO_8859_1)).doesNotContain("ConstantValue");
    }

    @Test
    void stubs_areAllFound() throws Exception {
        assertThat(stubs()).hasSizeGreaterThan(30);
    }

    private static List<String> signatures(Class<?> stub) {
        return Stream.<Member[]>of(stub.getDeclaredConstructors(), stub.getDeclaredMethods(), stub.getDeclaredFields())
                .flatMap(Stream::of)
                .filter(member -> (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0)
                .map(StubsTest::signature)
                .collect(Collectors.toList());
    }

    private static String signature(Member member) {
        if (member instanceof Constructor) {
            return ((Constructor<?>) member).toGenericString() + ";";
        }
        String text =
                member instanceof Method ? ((Method) member).toGenericString() : ((Field) member).toGenericString();
        String owner = member.getDeclaringClass().getName() + ".";
        return text.replace(owner + member.getName(), member.getName()).replace(" synchronized ", " ") + ";";
    }
}
