package org.orcacomet.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine;

/** The version of this build. */
final class LauncherVersion implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        try (InputStream in = LauncherVersion.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return new String[] {"comet " + properties.getProperty("version")};
        } catch (IOException e) {
            throw new UncheckedIOException("version.properties cannot be read", e);
        }
    }
}
