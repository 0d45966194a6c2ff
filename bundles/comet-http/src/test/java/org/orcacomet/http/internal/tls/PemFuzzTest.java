package org.orcacomet.http.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orcacomet.api.testkit.Refusals.assertQuotesNothing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.interfaces.ECPrivateKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.util.io.pem.PemObject;
import org.orcacomet.api.testkit.Mutations;
import org.orcacomet.http.TestPki;
import org.orcacomet.http.TestPki.Dates;
import org.orcacomet.http.TestPki.Identity;
import org.orcacomet.http.TlsFiles;
import org.orcacomet.http.TlsProvider;

/** Whatever the TLS files hold, they can be served with, or one sentence says which of them cannot. */
class PemFuzzTest {
    private static final ASN1ObjectIdentifier P256 = new ASN1ObjectIdentifier("1.2.840.10045.3.1.7");
    private static final Identity CA = TestPki.ca("CN=Fuzz");
    private static final List<Files3> SEEDS = seeds();

    /** What the three files hold. */
    private record Files3(String certificate, String key, String roots) {}

    private static List<Files3> seeds() {
        List<Files3> seeds = new ArrayList<>();
        KeyPair ec = TestPki.keys("EC");
        String parameters = TestPki.pem(new PemObject("EC PARAMETERS", encoded(P256)));
        BigInteger secret = ((ECPrivateKey) ec.getPrivate()).getS();
        seeds.add(files(ec, pkcs8(ec)));
        seeds.add(files(ec, sec1(new org.bouncycastle.asn1.sec.ECPrivateKey(256, secret, P256))));
        seeds.add(files(ec, parameters + sec1(new org.bouncycastle.asn1.sec.ECPrivateKey(256, secret))));
        for (String algorithm : new String[] {"RSA", "Ed25519"}) {
            KeyPair keys = TestPki.keys(algorithm);
            seeds.add(files(keys, pkcs8(keys)));
            seeds.add(files(keys, TestPki.pem(keys.getPrivate())));
        }
        return seeds;
    }

    private static Files3 files(KeyPair keys, String key) {
        String root = TestPki.pem(CA.certificate());
        return new Files3(TestPki.issue(CA, "CN=own", Dates.NOW, keys).certificatePem(), key, root);
    }

    private static String pkcs8(KeyPair keys) {
        return TestPki.pem(new PemObject("PRIVATE KEY", keys.getPrivate().getEncoded()));
    }

    private static String sec1(org.bouncycastle.asn1.sec.ECPrivateKey key) {
        return TestPki.pem(new PemObject("EC PRIVATE KEY", encoded(key)));
    }

    private static byte[] encoded(ASN1Object object) {
        try {
            return object.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The three files of a seed, one of them changed, in its text or in its DER. */
    @Provide
    Arbitrary<Map<String, byte[]>> files() {
        return Combinators.combine(Arbitraries.of(SEEDS), Arbitraries.of("certificate", "key", "roots"))
                .as(PemFuzzTest::contents)
                .flatMap(files -> changed(files).map(content -> {
                    Map<String, byte[]> all = new HashMap<>(files);
                    all.put(new String(all.remove("changed"), StandardCharsets.UTF_8), content);
                    return all;
                }));
    }

    private static Map<String, byte[]> contents(Files3 seed, String changed) {
        Map<String, byte[]> files = new HashMap<>();
        files.put("certificate", ascii(seed.certificate()));
        files.put("key", ascii(seed.key()));
        files.put("roots", ascii(seed.roots()));
        files.put("changed", ascii(changed));
        return files;
    }

    private static Arbitrary<byte[]> changed(Map<String, byte[]> files) {
        byte[] seed = files.get(new String(files.get("changed"), StandardCharsets.UTF_8));
        List<PemBlock> blocks = PemBlock.parse(seed);
        PemBlock last = blocks.get(blocks.size() - 1);
        Arbitrary<byte[]> der = Mutations.ofBytes(List.of(last.der()));
        String before = new String(seed, StandardCharsets.US_ASCII);
        String head = before.substring(0, before.lastIndexOf("-----BEGIN"));
        Arbitrary<byte[]> wrapped = der.map(bytes -> ascii(head + TestPki.pem(new PemObject(last.label(), bytes))));
        return Arbitraries.oneOf(Mutations.ofBytes(List.of(seed)), wrapped, wrapped, der);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Property
    void files_areServedWithOrRefused(@ForAll("files") Map<String, byte[]> contents) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "pem-fuzz"));
        TlsFiles files = new TlsFiles(
                Files.write(folder.resolve("certificate"), contents.get("certificate")),
                Files.write(folder.resolve("key"), contents.get("key")),
                Optional.of(Files.write(folder.resolve("roots"), contents.get("roots"))));
        try {
            assertThat(TlsContexts.of(TlsProvider.AUTO).context(TlsMaterial.read(files)))
                    .isNotNull();
        } catch (IOException refusal) {
            assertThat(refusal.getMessage()).matches("tls[.](certificate|key|roots): [^\\n]+");
            contents.values().forEach(content -> assertQuotesNothing(refusal.getMessage(), content));
        }
    }

    @Property
    void roots_areReadFromAnyDerOrRefused(@ForAll("ders") byte[] file) {
        try {
            assertThat(Certificates.parse(file)).isNotEmpty();
        } catch (IllegalArgumentException refusal) {
            assertThat(refusal.getMessage()).matches("(holds|is) [^\\n]+");
        }
    }

    @Provide
    Arbitrary<byte[]> ders() throws CertificateEncodingException {
        return Mutations.ofBytes(List.of(CA.certificate().getEncoded()));
    }
}
