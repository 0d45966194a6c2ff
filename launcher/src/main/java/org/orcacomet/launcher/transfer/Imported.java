package org.orcacomet.launcher.transfer;

import org.orcacomet.launcher.service.Envelope;

/**
 * What a service says that came of an import.
 *
 * @param message a sentence
 * @param taken how many records it has taken
 */
public record Imported(String message, long taken) {
    static Imported parse(String answer) {
        Envelope envelope = Envelope.parse(answer);
        return new Imported(envelope.message(), envelope.value().path("taken").asLong());
    }
}
