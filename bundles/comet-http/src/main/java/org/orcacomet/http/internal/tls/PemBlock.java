package org.orcacomet.http.internal.tls;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of a PEM file. A record's arrays are not compared by content; nobody compares these.
 *
 * @param label what stands after BEGIN
 * @param der the decoded bytes, a secret if it is a key
 */
@SuppressWarnings("ArrayRecordComponent")
record PemBlock(String label, byte[] der) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    /**
     * The blocks of a file, in their order; whatever stands between them is no matter. None, if it is no PEM file.
     *
     * @throws IllegalArgumentException if a block is damaged or encrypted; the message says which of the two
     */
    static List<PemBlock> parse(byte[] file) {
        List<PemBlock> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(new String(file, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            blocks.add(new PemBlock(matcher.group(1), decode(matcher.group(2))));
        }
        return blocks;
    }

    private static byte[] decode(String base64) {
        if (base64.indexOf(':') >= 0) {
            throw new IllegalArgumentException("is encrypted: store it without a password");
        }
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is damaged: it holds a PEM block that is not base64", e);
        }
    }

    /** The label, and nothing of the bytes. */
    @Override
    public String toString() {
        return "PemBlock[" + label + "]";
    }
}
