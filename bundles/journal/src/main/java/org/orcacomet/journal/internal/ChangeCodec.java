package org.orcacomet.journal.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.journal.Claim;

/** Changes to bytes and back. A text is its length in bytes, and its UTF-8. */
final class ChangeCodec {
    private static final byte GONE = 0;
    private static final byte HELD = 1;
    private static final byte WRITE_OWED = 2;
    private static final byte DELETE_OWED = 3;

    private ChangeCodec() {}

    static byte[] encode(List<Change> changes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(changes.size());
        for (Change change : changes) {
            write(out, change);
        }
        return bytes.toByteArray();
    }

    /** Fails with an IOException or an IllegalArgumentException if these are no changes of this version. */
    static List<Change> decode(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        List<Change> changes = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            changes.add(readChange(in));
        }
        return changes;
    }

    private static void write(DataOutputStream out, Change change) throws IOException {
        out.writeByte(change.claim().map(ChangeCodec::kind).orElse(GONE));
        write(out, change.key().context().toString());
        write(out, change.key().family().toString());
        write(out, change.key().key().toString());
        if (change.claim().isPresent()) {
            write(out, change.claim().get());
        }
    }

    private static byte kind(Claim claim) {
        switch (claim.state()) {
            case WRITE_OWED:
                return WRITE_OWED;
            case DELETE_OWED:
                return DELETE_OWED;
            default:
                return HELD;
        }
    }

    private static void write(DataOutputStream out, Claim claim) throws IOException {
        write(out, TokenCodec.reveal(claim.tokens().read()));
        write(out, TokenCodec.reveal(claim.tokens().write()));
        out.writeLong(claim.since().toEpochMilli());
        if (claim.write().isPresent()) {
            write(out, claim.write().get());
        }
    }

    private static void write(DataOutputStream out, ScopeWrite owed) throws IOException {
        Optional<String> text = owed.value().text();
        out.writeBoolean(owed.precondition().isAbsent());
        out.writeBoolean(text.isPresent());
        if (text.isPresent()) {
            write(out, text.get());
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static Change readChange(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        ScopeKey key =
                ScopeKey.of(ContextId.parse(readText(in)), Family.parse(readText(in)), EntryKey.parse(readText(in)));
        return kind == GONE ? Change.gone(key) : Change.to(readClaim(in, kind, key));
    }

    private static Claim readClaim(DataInputStream in, byte kind, ScopeKey key) throws IOException {
        TokenPair tokens = TokenPair.of(TokenCodec.readToken(readText(in)), TokenCodec.writeToken(readText(in)));
        Instant since = Instant.ofEpochMilli(in.readLong());
        switch (kind) {
            case HELD:
                return Claim.held(key, tokens, since);
            case WRITE_OWED:
                return Claim.owing(readWrite(in, key, tokens), since);
            case DELETE_OWED:
                return Claim.renounced(key, tokens, since);
            default:
                throw new IOException("unknown kind of claim");
        }
    }

    private static ScopeWrite readWrite(DataInputStream in, ScopeKey key, TokenPair tokens) throws IOException {
        Precondition precondition = in.readBoolean() ? Precondition.absent() : Precondition.none();
        ScopeValue value = in.readBoolean() ? ScopeValue.of(readText(in)) : ScopeValue.ofNull();
        return ScopeWrite.of(key, tokens, value).when(precondition);
    }

    private static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a text is cut short");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
