package org.orcacomet.client.internal;

import java.util.Optional;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometRejected;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.api.WriteBatch;

/** The port's calls, as calls of the wire. */
final class Calls {
    private static final int BATCH_BYTES = 8 * 1024 * 1024;

    private final WireCodec codec;

    Calls(WireCodec codec) {
        this.codec = codec;
    }

    Call write(ScopeWrite write) {
        return Call.post("/writeScope", write.toString())
                .of(write.key())
                .with(write.tokens())
                .carrying(codec.value(write.value()))
                .hiding(write.value().text().orElse(""))
                .when(write.precondition());
    }

    /** @throws CometRejected if it takes more bytes than a server would */
    Call writeAll(WriteBatch batch) throws CometRejected {
        byte[] body = codec.batch(batch);
        if (body.length > BATCH_BYTES) {
            throw new CometRejected(CometCode.CONTENT_TOO_LARGE, batch + " take more than 8 MiB together");
        }
        Call call = Call.post("/writeScopes", batch.toString())
                .of(batch.context())
                .carrying(body)
                .needing(Extension.BATCH);
        batch.writes()
                .forEach(write -> call.hiding(TokenCodec.reveal(write.tokens().read()))
                        .hiding(TokenCodec.reveal(write.tokens().write()))
                        .hiding(write.value().text().orElse("")));
        return batch.writes().stream().allMatch(w -> w.precondition().equals(Precondition.none())) ? call : call.once();
    }

    Call read(ScopeKey key, ReadToken token) {
        return Call.get("/readScope", "read of " + key).of(key).with(token);
    }

    Call enumerate(ContextId context, Optional<Family> family, ReadToken token) {
        String what = context + family.map(f -> "/" + f).orElse("");
        Call call = Call.get("/enumerateScope", "enumeration of " + what).of(context);
        return family.map(call::of).orElse(call).with(token);
    }

    Call delete(ScopeKey key, TokenPair tokens, Precondition precondition) {
        return Call.delete("/deleteScope", "deletion of " + key)
                .of(key)
                .with(tokens)
                .when(precondition);
    }
}
