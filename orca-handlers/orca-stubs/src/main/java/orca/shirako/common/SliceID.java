package orca.shirako.common;

import orca.util.ID;

/** A slice, by its identifier. */
public class SliceID extends ID {
    public SliceID() {}

    public SliceID(String text) {
        super(text);
    }
}
