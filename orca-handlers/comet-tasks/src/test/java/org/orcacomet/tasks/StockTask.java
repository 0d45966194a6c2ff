package org.orcacomet.tasks;

import org.apache.tools.ant.BuildException;
import org.apache.tools.ant.DynamicAttribute;
import org.apache.tools.ant.Task;

/** Stands for ORCA's own tasks: only those that Orca-COMET does not replace may run. */
public final class StockTask extends Task implements DynamicAttribute {
    @Override
    public void setDynamicAttribute(String name, String value) {}

    @Override
    public void execute() {
        if (!getTaskName().equals("ec2.image.proxy.register")) {
            throw new BuildException("ORCA's own " + getTaskName() + " ran");
        }
    }
}
