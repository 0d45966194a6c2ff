package org.orcacomet.userdata.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Block storage that a sliver attaches, named by its device. It always has all twelve members. */
public final class Storage extends FamilyEntry {
    static final Schema SCHEMA = Schema.of(
            Member.required("device", "device", Rule.NAME),
            Member.always("storageType", "type", Rule.LINE, "iscsi"),
            Member.required("targetIp", "target.ip", Rule.ADDRESS),
            Member.required("targetPort", "target.port", Rule.PORT),
            Member.always("targetLun", "target.lun.num", Rule.NUMBER, "0"),
            Member.always("targetChapUser", "target.chap_user", Rule.LINE, ""),
            Member.always("targetChapSecret", "target.chap_password", Rule.LINE, ""),
            Member.always("targetShouldAttach", "target.should_attach", Rule.oneOf("yes", "no"), "no"),
            Member.always("fsType", "fs.type", Rule.LINE, ""),
            Member.always("fsOptions", "target.options", Rule.LINE, ""),
            Member.always("fsShouldFormat", "target.should_format", Rule.oneOf("yes", "no"), "no"),
            Member.always("fsMountPoint", "target.mount_point", Rule.LINE, ""));

    Storage(Map<String, String> members) {
        super(SCHEMA, members);
    }

    /**
     * Storage with these members of the wire; {@code device}, {@code targetIp} and {@code targetPort} are required.
     *
     * @throws InvalidEntry naming each member that is missing or wrong
     */
    public static Storage of(Map<String, String> members) {
        return new Storage(members);
    }

    /** The device's name, such as {@code dev1}. */
    public String device() {
        return name();
    }

    /** The address of the target. */
    public String targetIp() {
        return get("targetIp");
    }

    /** The port of the target. */
    public int targetPort() {
        return Integer.parseInt(get("targetPort"));
    }

    /** Whether the sliver is to attach it. */
    public boolean shouldAttach() {
        return get("targetShouldAttach").equals("yes");
    }

    /** Whether the sliver is to make a file system on it. */
    public boolean shouldFormat() {
        return get("fsShouldFormat").equals("yes");
    }

    /** All members but the device, in the order of the old ini file: the CHAP secret, which is a secret, among them. */
    public List<String> packed() {
        List<String> values = new ArrayList<>(members().values());
        return values.subList(1, values.size());
    }
}
