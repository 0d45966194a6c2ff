package org.orcacomet.tasks;

/** {@code ec2.generate.global.user.data}: {@link UserDataTask} with the attributes of ORCA's task of that name. */
public final class GlobalUserDataTask extends UserDataTask {
    /** Taken and not used: the user data is the same for every cloud. */
    public void setCloudtype(String cloudtype) {
        log("cloudtype makes no difference", org.apache.tools.ant.Project.MSG_DEBUG);
    }

    /** The property that gets the interfaces, each as {@code hosteth.vlanTag.mac} and a blank; optional. */
    public void setOutputproperty(String property) {
        setInterfaces(property);
    }
}
