package org.orcacomet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The distribution's completion, in real shells. */
class CompletionIT {
    private static final String FILE = Built.SERVER.resolve("completion/comet").toString();
    private static final String ZSH = System.getProperty("zsh.home", "");

    /** What bash does at a tab: the words so far, and a function that says how the last one may go on. */
    private static final String TAB =
            "source \"$0\" 2>&1; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); COMP_LINE=\"$*\";"
                    + " COMP_POINT=${#COMP_LINE}; compopt() { :; }; _complete_comet; printf '%s\\n' \"${COMPREPLY[@]}\"";

    private static String output(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of(List.of(""), List.of("scope", "context", "admin", "serve", "export", "import")),
                Arguments.of(List.of("sc"), List.of("scope")),
                Arguments.of(List.of("scope", ""), List.of("write", "read", "list", "delete", "tokens")),
                Arguments.of(List.of("scope", "read", "--tok"), List.of("--token-file")),
                Arguments.of(List.of("scope", "write", "--family", "host"), List.of("hostsall")),
                Arguments.of(List.of("context", ""), List.of("create", "delete")),
                Arguments.of(List.of("admin", "p"), List.of("purge")),
                Arguments.of(List.of("admin", "purge", "--y"), List.of("--yes")),
                Arguments.of(List.of("admin", "audit", "v"), List.of("verify")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void bash_completesCommandsOptionsAndFamilies(List<String> words, List<String> expected) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", "-c", TAB, FILE, "comet"));
        command.addAll(words);

        assertThat(output(command).lines().map(String::strip)).containsAll(expected);
    }

    @Test
    void zsh_completesTheSame() throws Exception {
        assumeTrue(!ZSH.isEmpty(), "there is no zsh: -Dzsh.home=DIR names one that .ci/zsh DIR has fetched");
        String script =
                Path.of("src/test/resources/zsh-tab.py").toAbsolutePath().toString();
        String home = Path.of(ZSH).toAbsolutePath().toString();

        for (List<String> line : List.of(
                List.of("comet sc", "comet scope "),
                List.of("comet scope read --tok", "comet scope read --token-file "))) {
            assertThat(output(List.of("python3", script, home, FILE, line.get(0), line.get(1))))
                    .contains(line.get(1));
        }
    }
}
