package org.orcacomet.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's way from nothing to a slice, line by line as it stands, in a network of its own where its port is free.
 * What differs: the build has run, the folder is another, and where a reader sees that the service is ready, this waits.
 */
class ReadmeIT {
    private static final Path README = Path.of("..", "README.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");
    private static final String WAIT =
            "until curl -sSf --cacert comet-data/tls/ca.pem https://localhost:8111/ready >/dev/null 2>&1; do sleep 0.2; done";

    @TempDir
    private Path folder;

    @Test
    void path_leadsFromNothingToARestoredSlice() throws Exception {
        Path output = folder.resolve("output");
        Process shell = new ProcessBuilder(
                        "unshare", "--user", "--map-root-user", "--net", "--kill-child", "bash", "-c", script())
                .directory(README.toAbsolutePath().getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(shell.waitFor(5, TimeUnit.MINUTES)).as("it ends").isTrue();
        } finally {
            shell.descendants().forEach(ProcessHandle::destroy);
            shell.destroyForcibly();
        }
        assertThat(shell.exitValue()).as(Files.readString(output)).isZero();
        assertThat(Files.readAllLines(output))
                .containsSubsequence(
                        "Written, revision 1.",
                        "hello",
                        "The slice my-slice is made.",
                        "comethost=https://localhost:8111",
                        "hostsall  web    2         {\"val_\":\"[{\\\"hostName\\\":\\\"web\\\",\\\"ip\\\":\\\"10.0.0.1\\\"}]\"}",
                        "hello",
                        "Read 2 contexts, 7 records, 0 faults.");
    }

    private String script() throws IOException {
        String path = section(Files.readString(README));
        List<String> blocks = BLOCK.matcher(path).results().map(ReadmeIT::block).toList();
        assertThat(blocks).hasSize(6);
        String lines = String.join("", blocks)
                .replaceFirst("mvn .*\n", "")
                .replace("/tmp/try", folder.resolve("try").toString());
        return "set -euo pipefail; ip link set lo up; trap 'kill %1' EXIT\n"
                + lines.lines()
                        .map(line -> line.endsWith("&") ? line + "\n" + WAIT : line)
                        .collect(Collectors.joining("\n"));
    }

    private static String block(MatchResult found) {
        return found.group(1);
    }

    private static String section(String readme) {
        int begin = readme.indexOf("## From nothing to a slice");
        return readme.substring(begin, readme.indexOf("\n## ", begin));
    }
}
