package org.orcacomet.http.internal.tls;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Private keys from PEM, by the JDK: what is not PKCS#8 yet is wrapped into it. That is all that PKCS#1 and SEC1
 * need, and a hundredth of what BouncyCastle would add to the service.
 */
final class PrivateKeys {
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");
    private static final byte[] ZERO = {Der.INTEGER, 1, 0};
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    private static final byte[] EC_OID = HexFormat.of().parseHex("06072a8648ce3d0201");

    private PrivateKeys() {}

    /**
     * The first private key among these blocks, if there is one.
     *
     * @throws IllegalArgumentException if it is encrypted, damaged or of an unknown kind; the message says which
     */
    static Optional<PrivateKey> find(List<PemBlock> blocks) {
        return blocks.stream()
                .filter(block -> block.label().endsWith("PRIVATE KEY"))
                .findFirst()
                .map(block -> decode(pkcs8(block, blocks)));
    }

    private static byte[] pkcs8(PemBlock block, List<PemBlock> all) {
        return switch (block.label()) {
            case "PRIVATE KEY" -> block.der();
            case "RSA PRIVATE KEY" -> wrap(RSA, block.der());
            case "EC PRIVATE KEY" -> wrap(Der.element(Der.SEQUENCE, EC_OID, curve(block, all)), block.der());
            case "ENCRYPTED PRIVATE KEY" ->
                throw new IllegalArgumentException("is encrypted: store it without a password");
            default -> throw new IllegalArgumentException("is of an unknown kind: make it PKCS#8");
        };
    }

    private static byte[] wrap(byte[] algorithm, byte[] key) {
        return Der.element(Der.SEQUENCE, ZERO, algorithm, Der.element(Der.OCTET_STRING, key));
    }

    /** The curve is in the key, or in a block of its own. */
    private static byte[] curve(PemBlock key, List<PemBlock> all) {
        return Der.find(Der.CONTEXT_0, key.der())
                .or(() -> all.stream()
                        .filter(block -> block.label().equals("EC PARAMETERS"))
                        .map(PemBlock::der)
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException("does not name its curve: make it PKCS#8"));
    }

    private static PrivateKey decode(byte[] pkcs8) {
        for (String algorithm : ALGORITHMS) {
            Optional<PrivateKey> key = decode(algorithm, pkcs8);
            if (key.isPresent()) {
                return key.get();
            }
        }
        throw new IllegalArgumentException("is damaged, or neither RSA, EC nor EdDSA");
    }

    private static Optional<PrivateKey> decode(String algorithm, byte[] pkcs8) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (InvalidKeySpecException e) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM does not know " + algorithm, e);
        }
    }

    /** Whether what the one key signs, the other verifies. */
    static boolean belong(PrivateKey key, PublicKey certified) {
        byte[] probe = {1, 2, 3};
        try {
            Signature signature = Signature.getInstance(signature(key));
            signature.initSign(key);
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String signature(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
    }
}
