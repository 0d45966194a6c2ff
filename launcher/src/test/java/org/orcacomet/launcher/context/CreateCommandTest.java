package org.orcacomet.launcher.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.launcher.Run;
import org.orcacomet.launcher.certificates.DevCertificates;
import org.orcacomet.launcher.service.FakeService;
import org.orcacomet.launcher.service.FakeService.Said;

class CreateCommandTest {
    private static final String BATCH = "POST /writeScopes";
    private static final String DELETE = "DELETE /deleteScope";

    @TempDir
    static Path folder;

    @BeforeAll
    static void make() throws Exception {
        DevCertificates.create(folder.resolve("tls"));
    }

    private static FakeService service(Said deletion) throws Exception {
        String value = "\"extensions\":[\"revision\",\"batch\"],\"entries\":[]";
        return new FakeService(
                folder.resolve("tls"), call -> call.equals(DELETE) ? deletion : Said.of(200, "done", value));
    }

    private static Run create(FakeService service, String... more) throws Exception {
        List<String> arguments =
                new ArrayList<>(List.of("context", "create", "--context", "slice-1", "--vm", "vm-1,vm-2"));
        arguments.addAll(List.of("--at", "https://localhost:" + service.port()));
        arguments.addAll(List.of("--tls", folder.resolve("tls").toString()));
        arguments.addAll(List.of(more));
        return Run.onFullDisk(arguments);
    }

    private static void assertUndone(FakeService service) {
        List<String> calls = service.calls();
        assertThat(calls).contains(BATCH);
        assertThat(calls.subList(calls.indexOf(BATCH) + 1, calls.size())).isEqualTo(Collections.nCopies(4, DELETE));
    }

    @Test
    void slice_whoseTokensCannotBePrintedIsTakenBack() throws Exception {
        try (FakeService service = service(Said.of(200, "deleted", ""))) {
            create(service).assertFailed(1, "comet: standard output cannot be written\n");
            assertUndone(service);
        }
        try (FakeService service = service(Said.of(200, "deleted", ""))) {
            create(service, "--json").assertFailed(1, "comet: standard output cannot be written\n");
            assertUndone(service);
        }
    }

    @Test
    void slice_withFilesIsTakenBackWithThemSoThatNothingIsLeft() throws Exception {
        Path files = folder.resolve("slice");
        try (FakeService service = service(Said.of(200, "deleted", ""))) {
            create(service, "--out", files.toString()).assertFailed(1, "comet: standard output cannot be written\n");
            assertUndone(service);
        }
        assertThat(files).doesNotExist();
    }

    @Test
    void slice_thatCannotBeTakenBackIsTold() throws Exception {
        Path files = folder.resolve("kept");
        try (FakeService service = service(Said.of(503, "not now", ""))) {
            create(service)
                    .assertFailed(
                            5,
                            "standard output cannot be written; some of the slice slice-1 may be there, and nobody"
                                    + " knows its tokens: make another one");
            create(service, "--out", files.toString())
                    .assertFailed(5, "its tokens are in " + files + ": comet context delete " + files);
        }
        assertThat(files).isNotEmptyDirectory();
    }
}
