package org.orcacomet.http.internal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.orcacomet.api.CometException;
import org.orcacomet.service.Archive;
import org.orcacomet.service.Transferred;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One export or import, on a thread that waits for it.
 *
 * @param archive all scopes
 * @param exchange the request, and its answer
 * @param who for whom it is
 */
record Transferring(Archive archive, Exchange exchange, String who) {
    private static final Logger LOG = LoggerFactory.getLogger(Transferring.class);

    /** Sends all scopes; what is left to do then is to end the answer, or to break it off where it is. */
    Runnable exportAll() {
        try {
            OutputStream out = exchange.stream();
            Transferred all = archive.exportTo(out);
            out.flush();
            LOG.info("An export for {} has ended: {} contexts, {} records.", who, all.contexts(), all.records());
            return exchange::ends;
        } catch (CometException e) {
            return brokenOff("export", e, cut(e, answer(e)));
        } catch (IOException e) {
            return brokenOff("export", e, () -> exchange.breaks(e));
        } catch (RuntimeException | Error e) {
            return cut(e, exchange.fault(e));
        }
    }

    /** What was sent of it is cut short; if nothing was, this is the answer. */
    private Runnable cut(Throwable cause, Answer instead) {
        return exchange.hasBegun() ? () -> exchange.breaks(cause) : () -> exchange.answerInstead(instead);
    }

    /** Takes all scopes; what is left to do then is to answer. */
    Runnable importAll() {
        InputStream in = exchange.body();
        try {
            return taken(archive.restoreFrom(in));
        } catch (CometException e) {
            return brokenOff("import", e, refusal(in, e));
        } catch (IOException e) {
            return brokenOff("import", e, () -> exchange.broken(e));
        } catch (RuntimeException | Error e) {
            return () -> exchange.answer(exchange.fault(e));
        }
    }

    private Runnable taken(Transferred found) {
        String counts = found.contexts() + " contexts, " + found.records() + " records, of which " + found.taken()
                + " were taken and " + found.kept() + " were here already";
        LOG.info("An import for {} has ended: {}.", who, counts);
        Answer answer = Answer.ok("the export is imported: " + counts).with(HttpHeader.CONNECTION, "close");
        ObjectNode value = answer.value();
        value.put("contexts", found.contexts()).put("records", found.records());
        value.put("taken", found.taken()).put("kept", found.kept());
        return () -> exchange.answer(answer);
    }

    /** A client that is still sending would not see the answer: so what it sends is taken, and thrown away. */
    private Runnable refusal(InputStream in, CometException refusal) {
        try {
            in.transferTo(OutputStream.nullOutputStream());
            Answer answer = answer(refusal);
            return () -> exchange.answer(answer);
        } catch (IOException e) {
            return () -> exchange.broken(e);
        }
    }

    private static Answer answer(CometException refusal) {
        return Refusals.of(refusal, false).with(HttpHeader.CONNECTION, "close");
    }

    private Runnable brokenOff(String what, Exception why, Runnable end) {
        String reason = why.getMessage() == null ? "its client has gone" : why.getMessage();
        LOG.warn("An {} for {} was broken off: {}", what, who, reason);
        return end;
    }
}
