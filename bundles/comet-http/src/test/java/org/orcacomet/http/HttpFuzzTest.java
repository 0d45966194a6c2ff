package org.orcacomet.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.orcacomet.api.testkit.Mutations;

/**
 * Bytes that are nearly the requests of known clients, each on a TLS connection of its own: what answers there are are
 * the contract's and never a fault, and a good request on a kept connection is answered after each. Each request gets
 * an answer where the TLS of the JDK serves: Conscrypt's, which serves otherwise, sends nothing more once the client
 * has said that it will not.
 */
class HttpFuzzTest {
    private static FuzzedServer usual;
    private static FuzzedServer answering;

    @BeforeContainer
    static void start() throws IOException {
        usual = new FuzzedServer(TlsProvider.AUTO);
        answering = new FuzzedServer(TlsProvider.JDK);
    }

    @AfterContainer
    static void stop() throws IOException {
        usual.close();
        answering.close();
    }

    @Provide
    Arbitrary<String> requests() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/requests"))) {
            List<byte[]> seeds = files.sorted().map(HttpFuzzTest::onTheWire).toList();
            return Mutations.ofBytes(seeds).map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    private static byte[] onTheWire(Path file) {
        try {
            return Files.readString(file).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Property
    void request_isAnsweredByTheContract(@ForAll("requests") String request) throws IOException {
        usual.hears(request).assertByTheContract();
        usual.assertWorksOn();
        Conversation answers = answering.hears(request);
        answers.assertByTheContract();
        answers.assertAnswered();
        answering.assertWorksOn();
    }
}
