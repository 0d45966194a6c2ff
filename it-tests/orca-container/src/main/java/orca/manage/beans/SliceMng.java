package orca.manage.beans;

/** A slice. */
public class SliceMng {
    private String sliceId;
    private String name;
    private String description;
    private boolean clientSlice;

    /** Its identifier. */
    public String getSliceID() {
        return sliceId;
    }

    /** Sets its identifier. */
    public void setSliceID(String value) {
        sliceId = value;
    }

    /** Its name. */
    public String getName() {
        return name;
    }

    /** Sets its name. */
    public void setName(String value) {
        name = value;
    }

    /** What it is for. */
    public String getDescription() {
        return description;
    }

    /** Sets what it is for. */
    public void setDescription(String value) {
        description = value;
    }

    /** Whether it is a client's. */
    public boolean isClientSlice() {
        return clientSlice;
    }

    /** Sets whether it is a client's. */
    public void setClientSlice(boolean value) {
        clientSlice = value;
    }
}
