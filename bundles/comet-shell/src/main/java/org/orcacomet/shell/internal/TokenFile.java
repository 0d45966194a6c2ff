package org.orcacomet.shell.internal;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Properties;
import java.util.Set;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;

/** Tokens that nobody has to type: {@code readToken=…} and {@code writeToken=…}, in a file that its owner alone may read. */
final class TokenFile {
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
    private static final String READ = "readToken";
    private static final String WRITE = "writeToken";

    private TokenFile() {}

    /**
     * The tokens in this file; where there is no write token, as for a read, it is one that fits nowhere.
     *
     * @throws IllegalArgumentException if it cannot be used; it says what to do, and nothing of what is in it
     */
    static TokenPair read(String name) {
        try {
            Path file = Path.of(name);
            require(
                    Files.getPosixFilePermissions(file).stream().noneMatch(OTHERS::contains),
                    name + " can be read by others: chmod 600 it, and take new tokens if they could");
            return tokens(name, properties(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    name + " cannot be read: name a file with " + READ + "= and " + WRITE + "= by --tokens", e);
        }
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static TokenPair tokens(String name, Properties properties) {
        require(properties.containsKey(READ), name + " has no line " + READ + "=");
        return TokenPair.of(
                TokenCodec.readToken(properties.getProperty(READ)),
                TokenCodec.writeToken(properties.getProperty(WRITE, "-")));
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
