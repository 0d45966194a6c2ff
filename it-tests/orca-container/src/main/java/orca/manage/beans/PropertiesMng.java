package orca.manage.beans;

import java.util.ArrayList;
import java.util.List;

/** Properties. */
public class PropertiesMng {
    private final List<PropertyMng> properties = new ArrayList<>();

    /** The properties; what is added to the list is added to them. */
    public List<PropertyMng> getProperty() {
        return properties;
    }
}
