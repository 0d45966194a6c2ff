package org.orcacomet.http.internal.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.orcacomet.service.admin.BackupSummary;
import org.orcacomet.service.admin.RestoreSummary;

/** What administrators are answered about backups. */
final class BackupAnswers {
    private BackupAnswers() {}

    static Answer made(BackupSummary backup) {
        Answer answer = Answer.ok("the backup is made");
        put(backup, answer.value());
        return answer;
    }

    static Answer listed(List<BackupSummary> backups) {
        Answer answer = Answer.ok("these are the backups");
        ArrayNode entries = answer.value().putArray("backups");
        backups.forEach(backup -> put(backup, entries.addObject()));
        return answer;
    }

    static Answer restored(RestoreSummary restored) {
        Answer answer = Answer.ok("the backup is restored; remove the former store once you do not need it");
        put(restored.backup(), answer.value());
        answer.value().put("former", restored.former());
        return answer;
    }

    private static void put(BackupSummary backup, ObjectNode node) {
        node.put("name", backup.name()).put("created", backup.created().toString());
        node.put("files", backup.files()).put("bytes", backup.bytes());
    }
}
