package org.orcacomet.orca.controller.internal;

import java.util.Locale;

/**
 * Which reservations of a slice have host names and keys to share, by their resource type: one that ends in {@code vm}
 * or {@code baremetalce}, or is {@code lun}, in any case. So {@code bbnvmsite.lun} is none, as ORCA's own controller
 * has it.
 */
public final class ComputeType {
    private ComputeType() {}

    /** Whether a reservation of this type gets scopes. */
    public static boolean is(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.endsWith("vm") || lower.endsWith("baremetalce") || lower.equals("lun");
    }
}
