package org.orcacomet.launcher.context;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.launcher.ExitStatus;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Json;
import org.orcacomet.launcher.output.PrivateFiles;

/** The folder with what a slice's owner and its VMs must know. Its files have mode 600, and none is ever overwritten. */
final class SliceFolder {
    private static final String USER_DATA = ".user-data";
    private static final String SLICE = ".slice.json";
    private static final String UNIT = ".unit.json";

    private final Path folder;
    private final List<Path> written = new ArrayList<>();
    private boolean made;

    SliceFolder(Path folder) {
        this.folder = folder;
    }

    Path userData(SliceVm vm) {
        return folder.resolve(vm.name() + USER_DATA);
    }

    /**
     * Writes what is to be known of these VMs.
     *
     * @throws LaunchException if one of the files is there, or cannot be written; then none is
     */
    void write(List<SliceVm> vms, String services) throws LaunchException {
        try {
            made = !Files.exists(folder);
            PrivateFiles.createFolder(folder);
            for (SliceVm vm : vms) {
                write(userData(vm), vm.userData(services).render());
                write(folder.resolve(vm.name() + SLICE), input(vm, vm.slice()));
                write(folder.resolve(vm.name() + UNIT), input(vm, vm.unit()));
            }
        } catch (FileAlreadyExistsException e) {
            remove();
            throw new LaunchException(
                    e.getFile() + " is there already, and nothing is overwritten: name another folder by --out", e);
        } catch (IOException e) {
            remove();
            throw new LaunchException(
                    folder + " cannot be written (" + e.getClass().getSimpleName() + "): name another folder by --out",
                    e);
        }
    }

    private void write(Path file, String text) throws IOException {
        try {
            PrivateFiles.create(file, text.getBytes(StandardCharsets.UTF_8), true);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        written.add(file);
    }

    /** An input file for the commands for scopes. */
    private static String input(SliceVm vm, TokenPair tokens) {
        ObjectNode node = Json.object()
                .put("contextId", vm.context().toString())
                .put("key", vm.name())
                .put("readToken", TokenCodec.reveal(tokens.read()))
                .put("writeToken", TokenCodec.reveal(tokens.write()));
        return node.toPrettyString() + "\n";
    }

    /** Takes away what was written. */
    void remove() throws LaunchException {
        try {
            for (Path file : written) {
                Files.deleteIfExists(file);
            }
            if (made) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new LaunchException(folder + " holds tokens of nothing, and cannot be emptied: remove it", e);
        }
    }

    /** The input files with the tokens of the slice's entries. */
    List<Path> ofSlice() throws LaunchException {
        return files(SLICE);
    }

    /** The input files with the tokens of what is the VMs' own. */
    List<Path> ofUnits() throws LaunchException {
        return files(UNIT);
    }

    private List<Path> files(String suffix) throws LaunchException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
            throw new LaunchException(
                    ExitStatus.NOT_THERE, folder + " holds no slice: name the folder of context create --out");
        } catch (NotDirectoryException e) {
            throw new LaunchException(folder + " is no folder: name that of context create --out", e);
        } catch (IOException e) {
            throw new LaunchException(
                    folder + " cannot be read (" + e.getClass().getSimpleName()
                            + "): name the folder of context create --out",
                    e);
        }
    }
}
