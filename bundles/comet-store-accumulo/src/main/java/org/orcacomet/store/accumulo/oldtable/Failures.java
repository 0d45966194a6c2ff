package org.orcacomet.store.accumulo.oldtable;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.accumulo.core.client.AccumuloSecurityException;
import org.apache.accumulo.core.client.TableNotFoundException;
import org.apache.accumulo.core.client.security.SecurityErrorCode;

/** From what Accumulo's client throws to a sentence for the operator. */
final class Failures {
    private Failures() {}

    static OldTableException of(OldTableSettings settings, Throwable failure) {
        return causes(failure)
                .flatMap(cause -> known(settings, cause).stream())
                .findFirst()
                .orElseGet(() -> new OldTableException(
                        "the table " + settings.table() + " of the instance " + settings.instance() + " at "
                                + settings.zookeepers() + " cannot be read: " + failure,
                        failure));
    }

    /** Accumulo's client hides a refusal in one of its exceptions or another. */
    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static Optional<OldTableException> known(OldTableSettings settings, Throwable failure) {
        if (failure instanceof OldTableException told) {
            return Optional.of(told);
        }
        return sentence(settings, failure).map(sentence -> new OldTableException(sentence, failure));
    }

    private static Optional<String> sentence(OldTableSettings settings, Throwable failure) {
        if (failure instanceof AccumuloSecurityException refusal) {
            return Optional.of(refused(settings, refusal.getSecurityErrorCode()));
        }
        if (failure instanceof TableNotFoundException) {
            return Optional.of("there is no table " + settings.table() + " in the instance " + settings.instance());
        }
        return Optional.empty();
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
