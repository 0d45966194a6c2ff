package orca.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stand-in has every member that the bridge is compiled against. */
class StubsTest {
    private static URLClassLoader stubs;
    private static List<String> names;

    @BeforeAll
    static void find() throws Exception {
        Path path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("orca-stubs"))
                .map(Paths::get)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no stubs on the class path"));
        stubs = new URLClassLoader(
                new URL[] {path.toUri().toURL()},
                ClassLoader.getSystemClassLoader().getParent());
        names = Files.isDirectory(path) ? inFolder(path) : inJar(path);
        assertThat(names).hasSizeGreaterThan(20);
    }

    private static List<String> inFolder(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return classes(files.map(file -> folder.relativize(file).toString()));
        }
    }

    private static List<String> inJar(Path jar) throws Exception {
        try (JarFile file = new JarFile(jar.toFile())) {
            return classes(file.stream().map(entry -> entry.getName()));
        }
    }

    private static List<String> classes(Stream<String> files) {
        return files.filter(file -> file.startsWith("orca/") && file.endsWith(".class"))
                .map(file -> file.replace('/', '.').replaceAll("\\.class$", ""))
                .filter(name -> !name.endsWith("package-info"))
                .collect(Collectors.toList());
    }

    static Stream<String> names() {
        return names.stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void standIn_hasEveryMemberOf(String name) throws Exception {
        Class<?> stub = Class.forName(name, false, stubs);
        Class<?> standIn = Class.forName(name, false, getClass().getClassLoader());
        assertThat(standIn).isNotSameAs(stub);
        assertThat(standIn.isInterface()).isEqualTo(stub.isInterface());
        assertThat(signatures(standIn)).containsAll(signatures(stub));
    }

    private static List<String> signatures(Class<?> type) {
        return Stream.<Member[]>of(type.getDeclaredConstructors(), type.getDeclaredMethods(), type.getDeclaredFields())
                .flatMap(Stream::of)
                .filter(member -> (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0)
                .map(StubsTest::signature)
                .collect(Collectors.toList());
    }

    private static String signature(Member member) {
        String text = member instanceof Constructor
                ? ((Constructor<?>) member).toGenericString()
                : member instanceof Method ? ((Method) member).toGenericString() : ((Field) member).toGenericString();
        return text.replace("synchronized ", "").replace("abstract ", "");
    }
}
