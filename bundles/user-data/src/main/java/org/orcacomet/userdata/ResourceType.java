package org.orcacomet.userdata;

/** ORCA's resource types, such as {@code bbnvmsite.vm}. */
public final class ResourceType {
    private ResourceType() {}

    /** Whether a reservation of this type is a compute resource: only these get scopes. */
    public static boolean isCompute(String type) {
        return type.endsWith("vm") || type.endsWith("baremetalce") || type.endsWith("lun");
    }
}
