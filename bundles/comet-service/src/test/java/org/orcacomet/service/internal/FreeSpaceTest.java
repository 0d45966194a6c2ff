package org.orcacomet.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.service.Finding;
import org.orcacomet.service.Finding.State;

class FreeSpaceTest {
    @TempDir
    Path folder;

    @Test
    void look_warnsOfTooLittleAndTellsNoPath() {
        Finding finding = new FreeSpace("store.disk", folder, () -> Long.MAX_VALUE).look();
        assertThat(finding.name()).isEqualTo("store.disk");
        assertThat(finding.state()).isEqualTo(State.WARNING);
        assertThat(finding.message())
                .matches("only \\d+ MiB are free, under the limit of 8796093022207: make room")
                .doesNotContain(folder.toString());
    }

    @Test
    void look_isContentWithEnough() {
        assertThat(new FreeSpace("store.disk", folder, () -> 1).look().isGood()).isTrue();
    }

    @Test
    void look_warnsWhereTheFolderIsGone() {
        assertThat(new FreeSpace("store.disk", folder.resolve("gone"), () -> 1)
                        .look()
                        .isGood())
                .isFalse();
    }
}
