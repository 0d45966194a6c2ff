package org.orcacomet.service.explain;

/**
 * One thing that was looked at.
 *
 * @param what what it is: certificate, subject, state, read token, write token, precondition, strength or creator
 * @param holds whether it is as a call would like it; not each call needs each
 * @param finding how it is, without any token or value
 */
public record Step(String what, boolean holds, String finding) {}
