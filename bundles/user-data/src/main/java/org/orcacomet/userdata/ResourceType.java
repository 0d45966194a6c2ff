package org.orcacomet.userdata;

import java.util.Locale;

/** ORCA's resource types, such as {@code bbnvmsite.vm}. */
public final class ResourceType {
    private ResourceType() {}

    /**
     * Whether a reservation of this type is a compute resource, as ORCA's controller has it: it ends in {@code vm} or
     * {@code baremetalce}, or is {@code lun}, in any case. Only these get scopes, so {@code bbnvmsite.lun} gets none.
     */
    public static boolean isCompute(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.endsWith("vm") || lower.endsWith("baremetalce") || lower.equals("lun");
    }
}
