package org.orcacomet.launcher.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.orcacomet.launcher.LaunchException;

/**
 * A file that is there as a whole or not at all: it is written, with mode 600, under another name beside it, which goes
 * away however the program ends.
 */
final class ExportFile implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final FileChannel channel;

    private ExportFile(Path file, Path part, FileChannel channel) {
        this.file = file;
        this.part = part;
        this.channel = channel;
    }

    /**
     * Begins it.
     *
     * @throws LaunchException if it is there and may not be overwritten, or cannot be written
     */
    static ExportFile create(Path named, boolean overwrite) throws LaunchException {
        Path file = named.toAbsolutePath().normalize();
        requireFree(file, overwrite);
        try {
            Path part = Files.createTempFile(file.getParent(), "." + file.getFileName() + ".", ".part");
            part.toFile().deleteOnExit();
            return new ExportFile(file, part, FileChannel.open(part, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static void requireFree(Path file, boolean overwrite) throws LaunchException {
        if (Files.isDirectory(file)) {
            throw new LaunchException(file + " is a folder: name a file");
        }
        if (!overwrite && Files.exists(file)) {
            throw new LaunchException(file + " is there already: name another file, or overwrite it by --force");
        }
    }

    OutputStream stream() {
        return Channels.newOutputStream(channel);
    }

    /** It is whole: from now on it has its name, and survives a power failure. */
    void complete() throws LaunchException {
        try {
            channel.force(true);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** That it cannot be written, for this reason. */
    LaunchException unwritable(IOException cause) {
        return unwritable(file, cause);
    }

    private static LaunchException unwritable(Path file, IOException cause) {
        return new LaunchException(
                file + " cannot be written (" + cause.getMessage() + "), and nothing of it is kept", cause);
    }

    @Override
    public void close() throws LaunchException {
        try {
            channel.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw unwritable(part, e);
        }
    }
}
