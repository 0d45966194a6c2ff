package orca.manage.beans;

/** One property. */
public class PropertyMng {
    private String name;
    private String value;

    /** Its name. */
    public String getName() {
        return name;
    }

    /** Sets its name. */
    public void setName(String value) {
        name = value;
    }

    /** Its value. */
    public String getValue() {
        return value;
    }

    /** Sets its value. */
    public void setValue(String value) {
        this.value = value;
    }
}
