package orca.manage.beans;

/** A reservation. */
public class ReservationMng {
    public ReservationMng() {}

    public String getReservationID() {
        throw new UnsupportedOperationException();
    }

    public void setReservationID(String text) {
        throw new UnsupportedOperationException();
    }

    public String getSliceID() {
        throw new UnsupportedOperationException();
    }

    public void setSliceID(String text) {
        throw new UnsupportedOperationException();
    }

    public String getResourceType() {
        throw new UnsupportedOperationException();
    }

    public void setResourceType(String text) {
        throw new UnsupportedOperationException();
    }

    public int getState() {
        throw new UnsupportedOperationException();
    }

    public void setState(int number) {
        throw new UnsupportedOperationException();
    }

    public int getPendingState() {
        throw new UnsupportedOperationException();
    }

    public void setPendingState(int number) {
        throw new UnsupportedOperationException();
    }

    public PropertiesMng getLocalProperties() {
        throw new UnsupportedOperationException();
    }

    public void setLocalProperties(PropertiesMng properties) {
        throw new UnsupportedOperationException();
    }

    public PropertiesMng getConfigurationProperties() {
        throw new UnsupportedOperationException();
    }

    public void setConfigurationProperties(PropertiesMng properties) {
        throw new UnsupportedOperationException();
    }

    public PropertiesMng getRequestProperties() {
        throw new UnsupportedOperationException();
    }

    public void setRequestProperties(PropertiesMng properties) {
        throw new UnsupportedOperationException();
    }

    public PropertiesMng getResourceProperties() {
        throw new UnsupportedOperationException();
    }

    public void setResourceProperties(PropertiesMng properties) {
        throw new UnsupportedOperationException();
    }
}
