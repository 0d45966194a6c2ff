package orca.manage.beans;

import java.util.List;

/** Properties. */
public class PropertiesMng {
    public PropertiesMng() {}

    public List<PropertyMng> getProperty() {
        throw new UnsupportedOperationException();
    }
}
