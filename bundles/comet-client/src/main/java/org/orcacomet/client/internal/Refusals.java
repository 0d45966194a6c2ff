package org.orcacomet.client.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometConflict;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometProtocolException;

/**
 * Answers that say no. A server's own text is passed on only if nothing of the call's tokens and values is in it:
 * today's servers quote what they were sent.
 */
final class Refusals {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern WEAK = Pattern.compile("weak|strength|at least|must contain");
    private static final Pattern DENIED = Pattern.compile("token|certificate|permission|denied|forbidden|authori[sz]");
    private static final int LONGEST = 200;
    private static final int QUOTE = 8;

    private final WireCodec codec;

    Refusals(WireCodec codec) {
        this.codec = codec;
    }

    /**
     * The object of an answer that says yes.
     *
     * @throws CometException the refusal that it is otherwise
     * @throws CometProtocolException if it is neither
     */
    Document accepted(Call call, Answer answer) throws CometException {
        if (answer.status() != 200) {
            throw refused(call, answer);
        }
        Document document = codec.document(answer);
        Optional<String> error = error(document);
        if (error.isPresent()) {
            throw code(error.get()).exception(text(call, answer, error));
        }
        return document;
    }

    private CometException refused(Call call, Answer answer) {
        CometCode code = CometCode.ofStatus(answer.status())
                .orElseThrow(() -> Document.breach(answer.server(), "HTTP " + answer.status()));
        Optional<Document> document = codec.documentIfAny(answer);
        String text = text(call, answer, document.flatMap(d -> d.textIfAny("message")));
        return code == CometCode.PRECONDITION_FAILED
                ? new CometConflict(text, document.flatMap(codec::revision))
                : code.exception(text);
    }

    /** The error inside an answer of today's servers, which is HTTP 200 all the same. */
    private static Optional<String> error(Document document) {
        if (document.hasObject("value") && document.object("value").has("error")) {
            return Optional.of(document.object("value").textIfAny("error").orElse(""));
        }
        String status = document.textIfAny("status").orElseThrow(() -> document.breach("status", "is no text"));
        return status.equals("OK") ? Optional.empty() : Optional.of(status);
    }

    private static CometCode code(String error) {
        String text = error.toLowerCase(Locale.ROOT);
        boolean denied = DENIED.matcher(text).find() && !WEAK.matcher(text).find();
        return denied ? CometCode.FORBIDDEN : CometCode.BAD_REQUEST;
    }

    private static String text(Call call, Answer answer, Optional<String> said) {
        String refused = answer.server() + " refused " + call;
        String line = CONTROL.matcher(said.orElse("")).replaceAll(" ").trim();
        String shown = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        if (shown.isEmpty()) {
            return refused;
        }
        return refused + ": " + (quotes(shown, call) ? "(its text quotes the request, and is left out)" : shown);
    }

    private static boolean quotes(String text, Call call) {
        return call.secrets().stream().anyMatch(secret -> quotes(text, secret) || quotes(text, Query.encoded(secret)));
    }

    /** Whether the text holds eight characters in a row of a secret, or all of a shorter one. */
    private static boolean quotes(String text, String secret) {
        if (secret.length() <= QUOTE) {
            return secret.length() > 2 && text.contains(secret);
        }
        for (int i = 0; i + QUOTE <= text.length(); i++) {
            if (secret.contains(text.substring(i, i + QUOTE))) {
                return true;
            }
        }
        return false;
    }
}
