package org.orcacomet.tasks;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.tools.ant.BuildException;
import org.orcacomet.orca.spi.LifecycleException;

/** The file that an instance gets as its user data. It holds a token: only its owner can read it. */
final class UserDataFile {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;
    private final Path folder;

    private UserDataFile(Path file) {
        this.file = file;
        this.folder = file.getParent();
    }

    /** The file of a task's attribute {@code file}; nothing is made yet. */
    static UserDataFile at(File file) {
        if (file == null) {
            throw new BuildException("file is missing");
        }
        CometTask.require("file", file.getName());
        if (file.isDirectory()) {
            throw new BuildException("the user data file " + file + " is a folder");
        }
        UserDataFile userData = new UserDataFile(file.toPath().toAbsolutePath());
        if (!Files.isDirectory(userData.folder)) {
            throw new BuildException("the folder of the user data file " + file + " is not there");
        }
        return userData;
    }

    /**
     * Writes all of it or nothing, over what was there before; an interrupt does not stop it.
     *
     * @throws LifecycleException if that fails; what was there before is there then
     */
    void write(String text) throws LifecycleException {
        try {
            Path written = Files.createTempFile(folder, "." + file.getFileName(), ".new", OWNER_ONLY);
            try {
                fill(written, text);
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException failure) {
            throw new LifecycleException("the user data file " + file + " cannot be written: " + failure, failure);
        }
    }

    private static void fill(Path path, String text) throws IOException {
        try (FileOutputStream out = new FileOutputStream(path.toFile())) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        }
    }
}
