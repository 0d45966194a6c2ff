package org.orcacomet.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path orca;

    @Test
    void open_makesFoldersOfTheOwnerAlone() throws IOException {
        try (Home home = Home.open(orca)) {
            for (Path folder : new Path[] {Home.below(orca), home.journal(), home.felix()}) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                        .isEqualTo("rwx------");
            }
        }
    }

    @Test
    void open_takesAwayWhatOthersMayRead() throws IOException {
        Path folder = Files.createDirectory(Home.below(orca));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Home.open(orca).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void open_removesWhatCrashedProcessesLeftOfFelix_andNothingElse() throws IOException {
        Path journal;
        try (Home home = Home.open(orca)) {
            Files.createDirectories(home.felix().resolve("felix-1/bundle0"));
            Files.write(home.felix().resolve("felix-1/bundle0/data"), new byte[1]);
            journal = Files.write(home.journal().resolve("journal"), new byte[1]);
        }
        try (Home home = Home.open(orca)) {
            assertThat(home.felix()).isEmptyDirectory();
            assertThat(journal).exists();
        }
    }

    @Test
    void open_isRefused_whileAnotherHasIt() throws IOException {
        try (Home home = Home.open(orca)) {
            Path kept = Files.createDirectory(home.felix().resolve("felix-1"));
            assertThatThrownBy(() -> Home.open(orca))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the folder " + Home.below(orca)
                            + " is in use by another process; is ORCA running twice with this home?");
            assertThat(kept).exists();
        }
        Home.open(orca).close();
    }

    @Test
    void open_saysWhichFolderCannotBeUsed() {
        Path absent = orca.resolve("absent");
        assertThatThrownBy(() -> Home.open(absent))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the folder " + absent.resolve("orca-comet") + " cannot be used");
    }
}
