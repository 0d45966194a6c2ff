package org.orcacomet.http.internal.wire;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.http.internal.wire.AdminCall.Act;

/** The calls of administrators, by their paths. */
final class AdminCalls {
    private static final int CONTEXTS = 100;
    private static final int MAX_CONTEXTS = 1000;
    private static final int CHANGES = 100;
    private static final int MAX_CHANGES = 1000;

    private static final List<AdminCall> ALL = List.of(
            new AdminCall("GET", "admin/contexts", AdminCalls::contexts),
            new AdminCall("GET", "admin/context", AdminCalls::context),
            new AdminCall("DELETE", "admin/context", AdminCalls::purge),
            new AdminCall("GET", "admin/stats", request -> admin -> AdminAnswers.of(admin.stats())),
            new AdminCall("GET", "admin/verify", AdminCalls::verify),
            new AdminCall("GET", "admin/audit", AdminCalls::audit));

    private AdminCalls() {}

    /** The calls of this path, one for each method. */
    static List<AdminCall> at(String path) {
        return ALL.stream().filter(call -> call.path().equals(path)).toList();
    }

    /** The methods of these calls. */
    static String methods(List<AdminCall> calls) {
        return calls.stream().map(AdminCall::method).collect(Collectors.joining(", "));
    }

    private static Act contexts(WireRequest request) throws CometException {
        Optional<ContextId> after = request.after();
        int limit = request.limit(CONTEXTS, MAX_CONTEXTS);
        return admin -> AdminAnswers.of(admin.contexts(after, limit));
    }

    private static Act context(WireRequest request) throws CometException {
        ContextId context = request.context();
        return admin -> AdminAnswers.of(admin.context(context));
    }

    private static Act purge(WireRequest request) throws CometException {
        ContextId context = request.context();
        return admin -> AdminAnswers.purged(context, admin.purge(context));
    }

    private static Act verify(WireRequest request) throws CometException {
        Optional<ContextId> after = request.after();
        int limit = request.limit(CONTEXTS, MAX_CONTEXTS);
        return admin -> AdminAnswers.of(admin.verify(after, limit));
    }

    private static Act audit(WireRequest request) throws CometException {
        Optional<ContextId> context = request.oneContext();
        int limit = request.limit(CHANGES, MAX_CHANGES);
        return admin -> AdminAnswers.changes(admin.changes(context, limit));
    }
}
