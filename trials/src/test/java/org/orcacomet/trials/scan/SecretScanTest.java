package org.orcacomet.trials.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.trials.service.Marks;

class SecretScanTest {
    private static final int CHUNK = 1 << 20;

    @TempDir
    Path temp;

    static Stream<Arguments> places() {
        return Stream.of(
                Arguments.of("log/comet.log", Marks.VALUE, true),
                Arguments.of("log/comet.log", Marks.TOKEN, true),
                Arguments.of("log/comet.2026-11-21.0.log.gz", Marks.TOKEN, true),
                Arguments.of("stderr.txt", Marks.VALUE, true),
                Arguments.of("store/db/LOG", Marks.VALUE, true),
                Arguments.of("store/db/000004.log", Marks.VALUE, false),
                Arguments.of("store/db/000005.sst", Marks.VALUE, false),
                Arguments.of("store/db/000004.log", Marks.TOKEN, true),
                Arguments.of("store/db/000005.sst", Marks.TOKEN, true),
                Arguments.of("cluster/accumulo/wal/host+1/log", Marks.VALUE, false),
                Arguments.of("cluster/accumulo/wal/host+1/log", Marks.TOKEN, true),
                Arguments.of("cluster/logs/TabletServer.out", Marks.VALUE, true));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("places")
    void look_findsASecretWhereNoneMayBe(String file, String mark, boolean wrong) throws IOException {
        write(file, "before " + mark + " after");
        SecretScan scan = new SecretScan().look(temp);
        assertThat(scan.findings()).hasSize(wrong ? 1 : 0);
        assertThat(scan.logs() + scan.stores()).isOne();
    }

    @Test
    void look_findsAMarkOnTheBorderOfTwoChunks() throws IOException {
        for (int begin = CHUNK - Marks.TOKEN.length(); begin <= CHUNK; begin++) {
            write("log/" + begin + ".log", "x".repeat(begin) + Marks.TOKEN + "x".repeat(9));
        }
        assertThat(new SecretScan().look(temp).findings()).hasSize(Marks.TOKEN.length() + 1);
    }

    private void write(String name, String text) throws IOException {
        Path file = temp.resolve(name);
        Files.createDirectories(file.getParent());
        try (OutputStream out = name.endsWith(".gz")
                ? new GZIPOutputStream(Files.newOutputStream(file))
                : Files.newOutputStream(file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
