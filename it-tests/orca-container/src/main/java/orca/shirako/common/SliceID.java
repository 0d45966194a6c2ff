package orca.shirako.common;

import orca.util.ID;

/** Identifies a slice. */
public class SliceID extends ID {
    /** A new one. */
    public SliceID() {
        super();
    }

    /** The one with this text. */
    public SliceID(String id) {
        super(id);
    }
}
