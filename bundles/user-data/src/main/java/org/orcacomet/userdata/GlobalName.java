package org.orcacomet.userdata;

import java.util.Arrays;
import java.util.Optional;

/** The names of the section {@code [global]}, in the order in which they are written. */
public enum GlobalName {
    /** The actor's id. */
    ACTOR_ID("actor_id", "unit.actorid"),
    /** The slice's id, which is the context in COMET. */
    SLICE_ID("slice_id", "unit.sliceid"),
    /** The reservation's id, which is the key in COMET. */
    RESERVATION_ID("reservation_id", "unit.rid"),
    /** The unit's id. */
    UNIT_ID("unit_id", "unit.id"),
    /** Whether the instance is a router. */
    ROUTER("router", "unit.isrouter"),
    /** The name by which the instance attaches iSCSI storage. */
    ISCSI_INITIATOR_IQN("iscsi_initiator_iqn", "unit.iscsi.initiator.iqn"),
    /** The slice's name. */
    SLICE_NAME("slice_name", "unit.slice.name"),
    /** The unit's URL in the request. */
    UNIT_URL("unit_url", "unit.url"),
    /** The host name. */
    HOST_NAME("host_name", "unit.hostname"),
    /** The management address. */
    MANAGEMENT_IP("management_ip", "shirako.save.unit.manage.ip"),
    /** The physical host. */
    PHYSICAL_HOST("physical_host", "shirako.save.unit.ec2.host"),
    /** The instance's id in the cloud. */
    NOVA_ID("nova_id", "shirako.save.unit.ec2.instance"),
    /** The base URLs of COMET, separated by commas. */
    COMET_HOST("comethost", "comethost"),
    /** The unit's read token: a secret. */
    COMET_READ_TOKEN("cometreadtoken", "unit.comet.readToken"),
    /** The slice's read token: a secret. */
    SLICE_COMET_READ_TOKEN("slicecometreadtoken", "slice.comet.readToken"),
    /** The write token of this reservation's entries of the slice: a secret. */
    SLICE_COMET_WRITE_TOKEN("slicecometwritetoken", "slice.comet.writeToken"),
    /** The group of hosts to read. */
    HOSTS_GROUP_READ("comethostsgroupread", "unit.comet.hosts.group.read"),
    /** The group of hosts to write to. */
    HOSTS_GROUP_WRITE("comethostsgroupwrite", "unit.comet.hosts.group.write"),
    /** The group of public keys to read. */
    PUBKEYS_GROUP_READ("cometpubkeysgroupread", "unit.comet.pubkeys.group.read"),
    /** The group of public keys to write to. */
    PUBKEYS_GROUP_WRITE("cometpubkeysgroupwrite", "unit.comet.pubkeys.group.write");

    private final String text;
    private final String property;

    GlobalName(String text, String property) {
        this.text = text;
        this.property = property;
    }

    /** The name as it is written in the file. */
    public String text() {
        return text;
    }

    /** ORCA's property that it comes from. */
    public String property() {
        return property;
    }

    /** Whether it says how to reach COMET, and not what the instance is. */
    public boolean ofComet() {
        return compareTo(COMET_HOST) >= 0;
    }

    /** The name that is written so, if there is one. */
    public static Optional<GlobalName> of(String text) {
        return Arrays.stream(values()).filter(name -> name.text.equals(text)).findFirst();
    }
}
