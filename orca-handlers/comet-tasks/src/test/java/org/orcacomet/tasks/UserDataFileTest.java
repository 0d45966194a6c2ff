package org.orcacomet.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tools.ant.BuildException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.orca.spi.LifecycleException;

class UserDataFileTest {
    @TempDir
    Path folder;

    @Test
    void at_refusesAFolder() {
        assertThatThrownBy(() -> UserDataFile.at(folder.toFile()))
                .isInstanceOf(BuildException.class)
                .hasMessageEndingWith("is a folder");
    }

    @Test
    void at_refusesWhatHasNoFolder() {
        assertThatThrownBy(() -> UserDataFile.at(new File(folder.toFile(), "absent/file")))
                .isInstanceOf(BuildException.class)
                .hasMessageContaining("the folder of the user data file")
                .hasMessageEndingWith("is not there");
    }

    @Test
    void at_makesNothingYet() {
        UserDataFile.at(folder.resolve("file").toFile());

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void write_leavesWhatWasThere_whenItFails() throws IOException {
        Path file = folder.resolve("file");
        UserDataFile userData = UserDataFile.at(file.toFile());
        Files.createDirectories(file.resolve("occupied"));

        assertThatThrownBy(() -> userData.write("text"))
                .isInstanceOf(LifecycleException.class)
                .hasMessageContaining("cannot be written");
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    @Test
    void write_saysSo_whenTheFolderWentAway() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        UserDataFile userData = UserDataFile.at(gone.resolve("file").toFile());
        Files.delete(gone);

        assertThatThrownBy(() -> userData.write("text"))
                .isInstanceOf(LifecycleException.class)
                .hasMessageContaining("cannot be written");
    }
}
