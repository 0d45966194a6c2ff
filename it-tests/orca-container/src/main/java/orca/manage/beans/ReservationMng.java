package orca.manage.beans;

/** A reservation. */
public class ReservationMng {
    private String reservationId;
    private String sliceId;
    private String resourceType;
    private int units;
    private int state;
    private int pendingState;
    private PropertiesMng localProperties;
    private PropertiesMng configurationProperties;
    private PropertiesMng requestProperties;
    private PropertiesMng resourceProperties;
    private String notices;

    /** Its identifier. */
    public String getReservationID() {
        return reservationId;
    }

    /** Sets its identifier. */
    public void setReservationID(String value) {
        reservationId = value;
    }

    /** Its slice. */
    public String getSliceID() {
        return sliceId;
    }

    /** Sets its slice. */
    public void setSliceID(String value) {
        sliceId = value;
    }

    /** What it is a reservation of. */
    public String getResourceType() {
        return resourceType;
    }

    /** Sets what it is a reservation of. */
    public void setResourceType(String value) {
        resourceType = value;
    }

    /** How many. */
    public int getUnits() {
        return units;
    }

    /** Sets how many. */
    public void setUnits(int value) {
        units = value;
    }

    /** Its state, a number of ORCA's. */
    public int getState() {
        return state;
    }

    /** Sets its state, a number of ORCA's. */
    public void setState(int value) {
        state = value;
    }

    /** What it is about to become, a number of ORCA's. */
    public int getPendingState() {
        return pendingState;
    }

    /** Sets what it is about to become, a number of ORCA's. */
    public void setPendingState(int value) {
        pendingState = value;
    }

    /** Its local properties. */
    public PropertiesMng getLocalProperties() {
        return localProperties;
    }

    /** Sets its local properties. */
    public void setLocalProperties(PropertiesMng value) {
        localProperties = value;
    }

    /** Its configuration properties. */
    public PropertiesMng getConfigurationProperties() {
        return configurationProperties;
    }

    /** Sets its configuration properties. */
    public void setConfigurationProperties(PropertiesMng value) {
        configurationProperties = value;
    }

    /** Its request properties. */
    public PropertiesMng getRequestProperties() {
        return requestProperties;
    }

    /** Sets its request properties. */
    public void setRequestProperties(PropertiesMng value) {
        requestProperties = value;
    }

    /** Its resource properties. */
    public PropertiesMng getResourceProperties() {
        return resourceProperties;
    }

    /** Sets its resource properties. */
    public void setResourceProperties(PropertiesMng value) {
        resourceProperties = value;
    }

    /** What ORCA has to say of it. */
    public String getNotices() {
        return notices;
    }

    /** Sets what ORCA has to say of it. */
    public void setNotices(String value) {
        notices = value;
    }
}
