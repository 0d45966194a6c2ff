package org.orcacomet.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupDiskTest {
    @TempDir
    Path temp;

    @Test
    void fullDisks_changeNothingAndAreGotOverOnceThereIsRoom() throws Exception {
        assumeTrue(SmallDisks.areToBeHad(), "this machine lets users have no namespaces");
        Process process = SmallDisks.start(temp);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).describedAs(said).isZero();
        assertThat(said.lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("full: FAULT no backup was made \\(.*\\): .*room; 0 of 0 folders"),
                        line -> assertThat(line).isEqualTo("room: made; 1 of 1 folders"),
                        line -> assertThat(line).matches("too large: FAULT no backup was made .*; 1 of 1 folders"),
                        line -> assertThat(line)
                                .matches("full: FAULT nothing was done, .* make room of \\d+; 41 scopes"),
                        line -> assertThat(line).isEqualTo("room: restored; 1 scopes"),
                        line -> assertThat(line).isEqualTo("goes on: 2 scopes"));
    }
}
