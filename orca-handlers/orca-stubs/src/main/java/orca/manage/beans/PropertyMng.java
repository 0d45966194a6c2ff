package orca.manage.beans;

/** A property. */
public class PropertyMng {
    public PropertyMng() {}

    public String getName() {
        throw new UnsupportedOperationException();
    }

    public void setName(String text) {
        throw new UnsupportedOperationException();
    }

    public String getValue() {
        throw new UnsupportedOperationException();
    }

    public void setValue(String text) {
        throw new UnsupportedOperationException();
    }
}
