package org.orcacomet.tasks;

import java.util.Optional;
import org.apache.tools.ant.BuildException;
import org.apache.tools.ant.Project;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.SliverAnswer;

/**
 * {@code ec2.comet.data}, with the attributes of ORCA's task of that name. The first {@code generate} of an Ant run writes
 * all five families, as a join; {@code add} and {@code delete} change one entry of one family.
 */
public final class CometDataTask extends CometTask {
    private static final String JOINED = "org.orcacomet.tasks.interfaces";
    private static final String GLOBAL = "global";

    private String operation;
    private String section;
    private String key;
    private String value;
    private String outputproperty;

    /** {@code generate}, {@code add} or {@code delete}; required. */
    public void setOperation(String operation) {
        this.operation = operation;
    }

    /** {@code users}, {@code interfaces}, {@code storage}, {@code routes} or {@code scripts}; required. */
    public void setSection(String section) {
        this.section = section;
    }

    /** The entry's name: login, MAC, device, network or script name; required to add and delete. */
    public void setKey(String key) {
        this.key = key;
    }

    /** The packed value, as {@link PackedValue} says; required to add. */
    public void setValue(String value) {
        this.value = value;
    }

    /** The property that gets the interfaces, each as {@code hosteth.vlanTag.mac} and a blank; optional. */
    public void setOutputproperty(String property) {
        this.outputproperty = property;
    }

    @Override
    void act() throws LifecycleException {
        require("operation", operation);
        if (GLOBAL.equals(require("section", section))) {
            warn("section=\"global\" does nothing: it is in the user data");
            noOutput();
        } else {
            act(PackedValue.of(section));
        }
    }

    private void act(PackedValue packed) throws LifecycleException {
        switch (operation) {
            case "generate":
                output(joined());
                break;
            case "add":
                require("key", key);
                slivers().put(unit().properties(), section, packed.entry(key, require("value", value), this::warn));
                noOutput();
                break;
            case "delete":
                slivers().remove(unit().properties(), section, require("key", key));
                noOutput();
                break;
            default:
                throw new BuildException("operation is none of generate, add, delete");
        }
    }

    private String joined() throws LifecycleException {
        Object interfaces = getProject().getReference(JOINED);
        if (interfaces == null) {
            SliverAnswer answer = slivers().join(unit().properties());
            unit().save(answer.save());
            interfaces = Interfaces.text(answer.interfaces());
            getProject().addReference(JOINED, interfaces);
        }
        return interfaces.toString();
    }

    private void output(String text) {
        Optional.ofNullable(outputproperty).ifPresent(property -> unit().set(property, text));
    }

    /** ORCA's handlers name the same property in each task: an earlier answer stays. */
    private void noOutput() {
        if (outputproperty != null && getProject().getProperty(outputproperty) == null) {
            output("");
        }
    }

    private void warn(String text) {
        log(text, Project.MSG_WARN);
    }
}
