package org.orcacomet.http.internal.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** One file, as it is served. What it may do in a browser is little: no script or style but ours, no frame, no other host. */
final class Page {
    private static final int ETAG_BYTES = 16;
    private static final HttpFields COMMON = HttpFields.build()
            .put(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                            + "require-trusted-types-for 'script'; trusted-types 'none'")
            .put("X-Content-Type-Options", "nosniff")
            .put("Referrer-Policy", "no-referrer")
            .put("Cross-Origin-Opener-Policy", "same-origin")
            .put("Cross-Origin-Resource-Policy", "same-origin")
            .put(HttpHeader.CACHE_CONTROL, "no-cache")
            .asImmutable();

    private final String path;
    private final byte[] content;
    private final String etag;
    private final HttpFields headers;

    private Page(String path, byte[] content, String type) {
        this.path = path;
        this.content = content;
        this.etag = '"' + HexFormat.of().formatHex(sha256(content), 0, ETAG_BYTES) + '"';
        this.headers = HttpFields.build(COMMON)
                .put(HttpHeader.CONTENT_TYPE, type)
                .put(HttpHeader.ETAG, etag)
                .asImmutable();
    }

    /** The page of this path and media type, from this file beside the class. */
    static Page of(String path, String file, String type) {
        try (InputStream in = Page.class.getResourceAsStream(file)) {
            return new Page(path, in.readAllBytes(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    String path() {
        return path;
    }

    ByteBuffer content() {
        return ByteBuffer.wrap(content);
    }

    int size() {
        return content.length;
    }

    String etag() {
        return etag;
    }

    HttpFields headers() {
        return headers;
    }
}
