package org.orcacomet.client.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;

/** One call of the wire contract, for whichever server. It holds secrets; {@link #toString} shows none. */
final class Call {
    private final String method;
    private final String path;
    private final String subject;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final List<String> secrets = new ArrayList<>();
    private Optional<byte[]> body = Optional.empty();
    private Precondition precondition = Precondition.none();
    private Optional<Extension> requires = Optional.empty();
    private boolean repeatable = true;

    /** @param subject what it does to what, for a person */
    private Call(String method, String path, String subject) {
        this.method = method;
        this.path = path;
        this.subject = subject;
    }

    static Call get(String path, String subject) {
        return new Call("GET", path, subject);
    }

    static Call post(String path, String subject) {
        return new Call("POST", path, subject);
    }

    static Call delete(String path, String subject) {
        return new Call("DELETE", path, subject);
    }

    Call of(ScopeKey key) {
        of(key.context()).of(key.family());
        names.put("Key", key.key().toString());
        return this;
    }

    Call of(ContextId context) {
        names.put("contextID", context.toString());
        return this;
    }

    Call of(Family family) {
        names.put("family", family.toString());
        return this;
    }

    Call with(ReadToken token) {
        tokens.put("readToken", TokenCodec.reveal(token));
        return this;
    }

    Call with(TokenPair pair) {
        with(pair.read());
        tokens.put("writeToken", TokenCodec.reveal(pair.write()));
        return this;
    }

    /** With this body; what is secret in it is hidden piece by piece, for its other words are everybody's. */
    Call carrying(byte[] content) {
        body = Optional.of(content);
        return this;
    }

    /** With this somewhere in its body: nobody may see it. */
    Call hiding(String secret) {
        secrets.add(secret);
        return this;
    }

    /** Under this precondition, which only a server with revisions takes. */
    Call when(Precondition demanded) {
        precondition = demanded;
        return demanded.equals(Precondition.none()) ? this : once().needing(Extension.REVISION);
    }

    Call needing(Extension extension) {
        requires = Optional.of(extension);
        return this;
    }

    /** Not to be sent again once it may have arrived: it could refuse what it did itself. */
    Call once() {
        repeatable = false;
        return this;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    /** The parameters that are no secrets. */
    Map<String, String> names() {
        return Collections.unmodifiableMap(names);
    }

    /** The tokens, by the names of their parameters. Secrets. */
    Map<String, String> tokens() {
        return Collections.unmodifiableMap(tokens);
    }

    Optional<byte[]> body() {
        return body;
    }

    Precondition precondition() {
        return precondition;
    }

    Optional<Extension> requires() {
        return requires;
    }

    boolean repeatable() {
        return repeatable;
    }

    boolean changes() {
        return !method.equals("GET");
    }

    /** Everything of it that nobody may see. */
    List<String> secrets() {
        List<String> all = new ArrayList<>(tokens.values());
        all.addAll(secrets);
        return all;
    }

    /** What it does to what. */
    @Override
    public String toString() {
        return subject;
    }
}
