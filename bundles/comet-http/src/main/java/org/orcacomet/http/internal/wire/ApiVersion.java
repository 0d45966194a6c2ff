package org.orcacomet.http.internal.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions that the service tells: that of the wire contract, and its own, which the build writes. */
final class ApiVersion {
    /** The version of the wire contract. */
    static final String API = "1.0";
    /** The version of this build. */
    static final String SERVICE = service();

    private ApiVersion() {}

    private static String service() {
        try (InputStream in = ApiVersion.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("version.properties cannot be read", e);
        }
    }
}
