package orca.manage;

import java.util.Properties;
import orca.manage.beans.PropertiesMng;
import orca.manage.beans.PropertyMng;
import orca.manage.beans.ReservationMng;

/** Converts properties. */
public class OrcaConverter {
    /** These properties, for the way. */
    public static PropertiesMng fill(Properties properties) {
        PropertiesMng filled = new PropertiesMng();
        for (String name : properties.stringPropertyNames()) {
            setProperty(filled, name, properties.getProperty(name));
        }
        return filled;
    }

    /** These properties, off the way; none for null. */
    public static Properties fill(PropertiesMng properties) {
        Properties filled = new Properties();
        if (properties != null) {
            properties.getProperty().forEach(one -> filled.setProperty(one.getName(), one.getValue()));
        }
        return filled;
    }

    /** Sets a property, in the place of one of the same name. */
    public static void setProperty(PropertiesMng properties, String name, String value) {
        properties.getProperty().removeIf(one -> one.getName().equals(name));
        PropertyMng property = new PropertyMng();
        property.setName(name);
        property.setValue(value);
        properties.getProperty().add(property);
    }

    /** A local property; null if there is none. */
    public static String getLocalProperty(ReservationMng reservation, String name) {
        return fill(reservation.getLocalProperties()).getProperty(name);
    }

    /** A configuration property; null if there is none. */
    public static String getConfigurationProperty(ReservationMng reservation, String name) {
        return fill(reservation.getConfigurationProperties()).getProperty(name);
    }

    /** Sets a local property. */
    public static void setLocalProperty(ReservationMng reservation, String name, String value) {
        if (reservation.getLocalProperties() == null) {
            reservation.setLocalProperties(new PropertiesMng());
        }
        setProperty(reservation.getLocalProperties(), name, value);
    }
}
