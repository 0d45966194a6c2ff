package orca.manage.internal.api;

import java.util.Properties;
import orca.util.ID;

/** What the container keeps in its database, by class name, and makes again at each recovery boot. */
public interface IManagementObject {
    /** Makes it work. */
    void initialize() throws Exception;

    /** Its identifier, its key in the database. */
    ID getID();

    /** What the database keeps. */
    Properties save();

    /** The actor that it belongs to; null if to the container. */
    String getActorName();
}
