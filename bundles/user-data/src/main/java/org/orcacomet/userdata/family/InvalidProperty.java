package org.orcacomet.userdata.family;

import java.util.Collections;
import java.util.Map;

/** A property that ORCA gave is missing or wrong. The message names the properties and the rules, and no value. */
public final class InvalidProperty extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** This property breaks this rule, as in {@code unit.rid}, {@code is missing}. */
    public InvalidProperty(String property, String violation) {
        this(Collections.singletonMap(property, violation));
    }

    InvalidProperty(Map<String, String> violations) {
        super(InvalidEntry.sentence(violations));
    }
}
