package org.orcacomet.demo;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;

/** A machine's SSH key. The private half is thrown away: nobody logs in here. */
final class SshKey {
    private static final String TYPE = "ssh-ed25519";
    private static final int LENGTH = 32;

    private SshKey() {}

    /** A new public key, as a line of authorized_keys. */
    static String line(String comment) throws IOException {
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(blob);
        byte[] type = TYPE.getBytes(StandardCharsets.US_ASCII);
        out.writeInt(type.length);
        out.write(type);
        out.writeInt(LENGTH);
        out.write(publicKey());
        return TYPE + " " + Base64.getEncoder().encodeToString(blob.toByteArray()) + " " + comment;
    }

    private static byte[] publicKey() {
        try {
            byte[] encoded = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPublic()
                    .getEncoded();
            return Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java makes no Ed25519 keys", e);
        }
    }
}
