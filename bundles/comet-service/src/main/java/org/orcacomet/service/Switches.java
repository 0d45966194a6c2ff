package org.orcacomet.service;

import java.util.ArrayList;
import java.util.List;

/**
 * What an installation may turn on and off.
 *
 * @param tokenStrengthCheck whether the tokens of a new scope must obey the token rules
 * @param certificateCheck whether creating and deleting take a trusted caller
 * @param creatorRekeys whether the trusted caller whose key created a scope may write it with new tokens
 */
public record Switches(boolean tokenStrengthCheck, boolean certificateCheck, boolean creatorRekeys) {
    /** The property names of the checks that are off. */
    public List<String> checksOff() {
        List<String> off = new ArrayList<>();
        if (!tokenStrengthCheck) {
            off.add("token.strength.check");
        }
        if (!certificateCheck) {
            off.add("certificate.check");
        }
        return List.copyOf(off);
    }
}
