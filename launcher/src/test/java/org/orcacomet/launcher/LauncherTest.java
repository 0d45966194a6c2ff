package org.orcacomet.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class LauncherTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int launch(List<String> arguments) {
        return Launcher.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(List.of(), "Usage: comet [-hV] COMMAND"),
                Arguments.of(List.of("nothing"), "Unmatched argument"),
                Arguments.of(List.of("dev-certs"), "Missing required parameter: 'DIR'"),
                Arguments.of(List.of("dev-certs", "a", "b"), "Unmatched argument"),
                Arguments.of(List.of("export"), "Missing required parameter: 'FILE'"),
                Arguments.of(List.of("import"), "Missing required parameter: 'FILE'"),
                Arguments.of(List.of("import", "--force", "file"), "Unknown option: '--force'"),
                Arguments.of(List.of("export", "--at", "http://localhost", "file"), "--at takes an address such as"),
                Arguments.of(List.of("export", "--at", "localhost:8111", "file"), "--at takes an address such as"),
                Arguments.of(List.of("import-old-table"), "Missing required options"),
                Arguments.of(List.of("serve", "--port"), "Missing required parameter"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongArguments_areStatus2AndHelpOnStandardError(List<String> arguments, String message) {
        assertThat(launch(arguments)).isEqualTo(2);
        assertThat(err.toString()).contains(message, "Usage: comet");
        assertThat(out.toString()).isEmpty();
    }

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(LauncherTest::all));
    }

    static Stream<String> commands() {
        return all(Launcher.commandLine())
                .map(command -> command.getCommandSpec().qualifiedName());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommand_describesItselfAndItsExitStatuses(String command) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.remove(0);
        arguments.add("--help");

        assertThat(launch(arguments)).isZero();
        assertThat(out.toString())
                .contains("Usage: " + command, "0   done", "2   wrong arguments", "3   refused", "4   not there");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void version_isTheBuilds() {
        assertThat(launch(List.of("--version"))).isZero();
        assertThat(out.toString()).matches("comet \\d+\\.\\d+\\.\\d+\\S*\\R");
    }

    @Test
    void help_isOnStandardOutput() {
        assertThat(launch(List.of("help"))).isZero();
        assertThat(out.toString())
                .contains("serve", "scope", "context", "admin", "export", "import", "import-old-table", "dev-certs");
    }

    @Test
    void devCerts_overwritesNothingAndSaysSoInOneLine() {
        String tls = folder.resolve("tls").toString();

        assertThat(launch(List.of("dev-certs", tls))).isZero();
        assertThat(launch(List.of("dev-certs", tls))).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("comet: ").contains("ca.pem is there already");
    }
}
