package org.orcacomet.service.admin;

import java.util.SortedMap;

/**
 * What a service has.
 *
 * @param contexts how many contexts, those without a scope among them
 * @param counts the scopes
 * @param bytes how many bytes of UTF-8 their values take
 * @param families how many scopes of each family there are, deleted ones not counted
 */
public record Stats(long contexts, Counts counts, long bytes, SortedMap<String, Long> families) {}
