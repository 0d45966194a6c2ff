package org.orcacomet.service;

import java.time.Duration;

/**
 * The calls of one kind to the store.
 *
 * @param call the kind: {@code read}, {@code list}, {@code change}, {@code renew} or {@code probe}
 * @param count how many have ended
 * @param faults how many of them the store could not answer; a change that was decided anew is none
 * @param time how long they took together
 */
public record StoreCallFigures(String call, long count, long faults, Duration time) {}
