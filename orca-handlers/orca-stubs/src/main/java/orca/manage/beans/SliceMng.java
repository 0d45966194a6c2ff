package orca.manage.beans;

/** A slice. */
public class SliceMng {
    public SliceMng() {}

    public String getName() {
        throw new UnsupportedOperationException();
    }

    public void setName(String text) {
        throw new UnsupportedOperationException();
    }

    public String getSliceID() {
        throw new UnsupportedOperationException();
    }

    public void setSliceID(String text) {
        throw new UnsupportedOperationException();
    }
}
