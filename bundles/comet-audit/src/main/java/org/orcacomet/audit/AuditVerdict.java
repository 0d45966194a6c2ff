package org.orcacomet.audit;

import java.util.Optional;

/**
 * What came of reading an audit's files.
 *
 * @param lines how many lines there are, as far as they fit
 * @param isFromTheBeginning whether the first of them is the first of all
 * @param last the hash of the last of them; to be noted elsewhere, as who can write the files can write all of them anew
 * @param fault the first place that does not fit, in one sentence; empty if all do
 */
public record AuditVerdict(long lines, boolean isFromTheBeginning, String last, Optional<String> fault) {}
