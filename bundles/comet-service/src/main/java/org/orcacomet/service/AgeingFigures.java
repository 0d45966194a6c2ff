package org.orcacomet.service;

import java.time.Instant;
import java.util.Optional;

/**
 * What the sweeps for old scopes have done.
 *
 * @param forgotten how many scopes and tombstones were forgotten
 * @param failures how many sweeps did not get through
 * @param last when the last one got through
 */
public record AgeingFigures(long forgotten, long failures, Optional<Instant> last) {}
