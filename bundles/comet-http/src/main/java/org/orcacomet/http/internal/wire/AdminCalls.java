package org.orcacomet.http.internal.wire;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            AdminCall.look("admin/contexts", AdminCalls::contexts),
            AdminCall.look("admin/context", AdminCalls::context),
            AdminCall.work("DELETE", "admin/context", AdminCalls::purge),
            AdminCall.work("GET", "admin/stats", request -> admin -> AdminAnswers.of(admin.stats())),
            AdminCall.work("GET", "admin/verify", AdminCalls::verify),
            AdminCall.work(
                    "POST",
                    "admin/backup",
                    request -> admin -> BackupAnswers.made(admin.backups().make())),
            AdminCall.look(
                    "admin/backups",
                    request -> admin -> BackupAnswers.listed(admin.backups().list())),
            AdminCall.work("POST", "admin/restore", AdminCalls::restore),
            AdminCall.look("admin/audit", AdminCalls::audit));

    private AdminCalls() {}

    /** The calls of this path, one for each method. */
    static List<AdminCall> at(String path) {
        return ALL.stream().filter(call -> call.path().equals(path)).toList();
    }

    /** The methods and paths of all calls. */
    static Stream<String> routes() {
        return ALL.stream().map(call -> call.method() + " /" + call.path());
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

    private static Act restore(WireRequest request) throws CometException {
        String backup = request.backup();
        return admin -> BackupAnswers.restored(admin.backups().restore(backup));
    }

    private static Act audit(WireRequest request) throws CometException {
        Optional<ContextId> context = request.oneContext();
        int limit = request.limit(CHANGES, MAX_CHANGES);
        return admin -> AdminAnswers.changes(admin.changes(context, limit));
    }
}
