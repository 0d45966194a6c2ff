package org.orcacomet.userdata.family;

import java.util.LinkedHashMap;
import java.util.Map;

/** A script that a sliver runs after boot. */
public final class Script extends FamilyEntry {
    static final Schema SCHEMA = Schema.of(
            Member.required("scriptName", "name", Rule.NAME), Member.required("scriptBody", "body", Rule.TEXT));

    Script(Map<String, String> members) {
        super(SCHEMA, members);
    }

    /**
     * A script; {@code bootscript} is the boot script, the others are {@code script_N}.
     *
     * @throws InvalidEntry if the name or the body is blank
     */
    public static Script of(String name, String body) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("scriptName", name);
        members.put("scriptBody", body);
        return new Script(members);
    }

    /** The text, as it was given. */
    public String body() {
        return get("scriptBody");
    }
}
