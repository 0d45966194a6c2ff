package org.orcacomet.service.explain;

import java.util.List;
import java.util.Optional;
import org.orcacomet.api.CometCode;

/**
 * Why a call would be refused or not. It has no token, value or hash, and tells more than any caller may know.
 *
 * @param steps what was looked at
 * @param refusal the code with which the call would be refused; empty if it would not
 * @param missing what it would be refused for; empty if it would not
 * @param outcome what would come of it, in a sentence
 */
public record Explanation(
        List<Step> steps, Optional<CometCode> refusal, Optional<Requirement> missing, String outcome) {
    /** An explanation that no longer changes. */
    public Explanation {
        steps = List.copyOf(steps);
    }
}
