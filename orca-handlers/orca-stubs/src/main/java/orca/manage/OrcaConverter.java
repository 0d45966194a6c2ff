package orca.manage;

import java.util.Properties;
import orca.manage.beans.PropertiesMng;
import orca.manage.beans.ReservationMng;

/** Converts properties. */
public class OrcaConverter {
    public static PropertiesMng fill(Properties properties) {
        throw new UnsupportedOperationException();
    }

    public static Properties fill(PropertiesMng properties) {
        throw new UnsupportedOperationException();
    }

    public static String getLocalProperty(ReservationMng reservation, String name) {
        throw new UnsupportedOperationException();
    }

    public static String getConfigurationProperty(ReservationMng reservation, String name) {
        throw new UnsupportedOperationException();
    }

    public static void setLocalProperty(ReservationMng reservation, String name, String value) {
        throw new UnsupportedOperationException();
    }
}
