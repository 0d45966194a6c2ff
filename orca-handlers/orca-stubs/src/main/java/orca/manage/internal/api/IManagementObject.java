package orca.manage.internal.api;

import java.util.Properties;
import orca.util.ID;

/** What is made again at each recovery boot. */
public interface IManagementObject {
    void initialize() throws Exception;

    ID getID();

    Properties save();

    String getActorName();
}
