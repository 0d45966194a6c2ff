package org.orcacomet.store.rocksdb.internal.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.orcacomet.store.Backup;
import org.orcacomet.store.BackupRefused;
import org.orcacomet.store.BackupRefused.Reason;
import org.orcacomet.store.rocksdb.BackupSettings;
import org.orcacomet.store.rocksdb.internal.Disk;
import org.orcacomet.store.rocksdb.internal.StoreFiles;

/** The folder of the backups. Each is a folder there, under another name until it is whole. */
public final class BackupFolder {
    static final String MANIFEST = "BACKUP";

    private static final String PREFIX = "backup-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "\\d{8}T\\d{6}Z");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String PART = ".part";

    private final BackupSettings settings;

    /** The folder of these settings, which need not be there. */
    public BackupFolder(BackupSettings settings) {
        this.settings = settings;
    }

    Path path() {
        return settings.folder();
    }

    /** A name in this folder that nothing has: with this time, or the next that is free. */
    static String free(Path folder, String prefix, Instant at) {
        Instant time = at;
        while (Files.exists(folder.resolve(prefix + TIME.format(time)))) {
            time = time.plusSeconds(1);
        }
        return prefix + TIME.format(time);
    }

    /** Makes the folder of a new backup; what was cut short before is removed. */
    Path begin(Instant at) throws IOException {
        Disk.folder(path());
        for (Path entry : Disk.entries(path())) {
            if (entry.getFileName().toString().endsWith(PART)) {
                Disk.removeAll(entry);
            }
        }
        Path part = path().resolve(free(path(), PREFIX, at) + PART);
        Disk.folder(part.resolve(StoreFiles.DATABASE));
        return part;
    }

    /** From now on it is a backup, and on the disk. */
    Backup complete(Path part, BackupManifest manifest) throws IOException {
        Path file = part.resolve(MANIFEST);
        Files.writeString(file, manifest.text(), StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW);
        Disk.keep(file);
        Disk.sync(part.resolve(StoreFiles.DATABASE));
        Disk.sync(part);
        String name = part.getFileName().toString().replace(PART, "");
        Disk.rename(part, path().resolve(name));
        return manifest.backup(name);
    }

    /** Removes the oldest where there are too many, but not this one. */
    void removeOldest(Backup fresh) throws IOException {
        List<Backup> others = new ArrayList<>(list());
        others.removeIf(backup -> backup.name().equals(fresh.name()));
        for (Backup old : others.subList(0, Math.max(0, others.size() + 1 - settings.keep()))) {
            Path folder = path().resolve(old.name());
            // Under this name a removal that is broken off is gone on with.
            Path part = path().resolve(old.name() + PART);
            Disk.rename(folder, part);
            Disk.removeAll(part);
        }
    }

    /** Those that are whole, the oldest first. */
    List<Backup> list() throws IOException {
        List<Backup> backups = new ArrayList<>();
        if (Files.isDirectory(path())) {
            for (Path entry : Disk.entries(path())) {
                String name = entry.getFileName().toString();
                if (NAME.matcher(name).matches()) {
                    text(name).flatMap(BackupManifest::parse).ifPresent(manifest -> backups.add(manifest.backup(name)));
                }
            }
        }
        backups.sort(Comparator.comparing(Backup::created).thenComparing(Backup::name));
        return backups;
    }

    /** The manifest of the backup of this name. */
    BackupManifest manifest(String name) throws IOException, BackupRefused {
        if (!NAME.matcher(name).matches()) {
            throw new BackupRefused(Reason.NO_NAME, "a backup has a name such as backup-20261122T020500Z");
        }
        if (!Files.isDirectory(path().resolve(name))) {
            throw new BackupRefused(Reason.UNKNOWN, "there is no backup of this name: list those that there are");
        }
        String text = text(name).orElseThrow(() -> unusable(name, "has no file " + MANIFEST));
        Optional<String> version = BackupManifest.version(text);
        if (version.isPresent() && !version.get().equals(BackupManifest.VERSION)) {
            throw unusable(
                    name,
                    "is of version " + version.get() + ", and this service reads version " + BackupManifest.VERSION
                            + " alone");
        }
        return BackupManifest.parse(text).orElseThrow(() -> unusable(name, "is damaged, in its file " + MANIFEST));
    }

    private Optional<String> text(String name) throws IOException {
        Path file = path().resolve(name).resolve(MANIFEST);
        return Files.isRegularFile(file)
                ? Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1))
                : Optional.empty();
    }

    /** That a backup cannot be restored. */
    static BackupRefused unusable(String name, String why) {
        return new BackupRefused(
                Reason.UNUSABLE, "nothing was changed, as " + name + " " + why + ": restore another backup");
    }
}
