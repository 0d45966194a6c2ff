package org.orcacomet.launcher.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.launcher.LaunchException;

class DataFolderTest {
    @TempDir
    Path parent;

    @Test
    void open_makesAPrivateFolder() throws Exception {
        Path path = parent.resolve("a/b");
        try (DataFolder data = DataFolder.open(path)) {
            assertThat(data.path()).isEqualTo(path);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void open_emptiesRunAndNothingElse() throws Exception {
        Files.createDirectories(parent.resolve("run/left/over"));
        Path kept = Files.createFile(
                Files.createDirectories(parent.resolve("store")).resolve("kept"));

        try (DataFolder data = DataFolder.open(parent)) {
            assertThat(data.run()).isEmptyDirectory();
            assertThat(kept).exists();
        }
    }

    @Test
    void open_refusesAFolderThatAnotherHasAndLeavesItsRunAlone() throws Exception {
        try (DataFolder first = DataFolder.open(parent)) {
            Path running = Files.createFile(first.run().resolve("running"));

            assertThatExceptionOfType(LaunchException.class)
                    .isThrownBy(() -> DataFolder.open(parent))
                    .withMessageContaining("in use");
            assertThat(running).exists();
        }
    }

    @Test
    void open_takesAFolderThatWasClosed() throws Exception {
        DataFolder.open(parent).close();
        DataFolder.open(parent).close();
    }

    @Test
    void open_refusesWhatCannotBeAFolder() throws Exception {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> DataFolder.open(file.resolve("data")))
                .withMessageContaining("cannot be written");
    }
}
