package org.orcacomet.store.accumulo.oldtable;

import java.io.IOException;
import org.apache.accumulo.core.client.AccumuloSecurityException;
import org.apache.accumulo.core.client.TableNotFoundException;
import org.apache.accumulo.core.client.security.SecurityErrorCode;

/** From what Accumulo's client throws to a sentence for the operator. */
final class Failures {
    private Failures() {}

    static OldTableException of(OldTableSettings settings, Throwable failure) {
        if (failure instanceof OldTableException known) {
            return known;
        }
        if (failure instanceof AccumuloSecurityException refusal) {
            return new OldTableException(refused(settings, refusal.getSecurityErrorCode()), failure);
        }
        if (failure instanceof TableNotFoundException) {
            return new OldTableException(
                    "there is no table " + settings.table() + " in the instance " + settings.instance(), failure);
        }
        if (failure instanceof IOException) {
            return new OldTableException("the export cannot be written: " + failure.getMessage(), failure);
        }
        return new OldTableException(
                "the table " + settings.table() + " of the instance " + settings.instance() + " at "
                        + settings.zookeepers() + " cannot be read: " + failure,
                failure);
    }

    private static String refused(OldTableSettings settings, SecurityErrorCode code) {
        return switch (code) {
            case BAD_CREDENTIALS, USER_DOESNT_EXIST, INVALID_TOKEN, TOKEN_EXPIRED ->
                "Accumulo knows no user " + settings.user() + " with this password";
            case PERMISSION_DENIED ->
                "the user " + settings.user() + " may not copy the table " + settings.table()
                        + ": it takes Table.READ and Table.ALTER_TABLE on it, and System.CREATE_TABLE";
            case TABLE_DOESNT_EXIST ->
                "there is no table " + settings.table() + " in the instance " + settings.instance();
            default -> "Accumulo refuses the user " + settings.user() + ": " + code;
        };
    }
}
