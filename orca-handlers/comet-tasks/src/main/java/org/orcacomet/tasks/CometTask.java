package org.orcacomet.tasks;

import org.apache.tools.ant.BuildException;
import org.apache.tools.ant.Task;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.Plugin;
import org.orcacomet.orca.spi.SliverLifecycle;

/**
 * A task of Orca-COMET. Nothing leaves it but a {@link BuildException} with a text and the task's location, after {@code
 * shirako.target.code} and {@code shirako.target.code.message} were set; ORCA's worker would die of anything without a
 * text. The thread keeps its context class loader and its interrupt.
 */
public abstract class CometTask extends Task {
    private static final String CODE = "shirako.target.code";
    private static final String MESSAGE = "shirako.target.code.message";

    /** Does what the task is for. */
    @Override
    public final void execute() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            // What another task left there may be closed by now.
            thread.setContextClassLoader(CometTask.class.getClassLoader());
            act();
        } catch (Throwable thrown) {
            throw failed(Failure.of(thrown, getTaskName()));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private BuildException failed(Failure failure) {
        if (getProject() != null) {
            unit().set(CODE, "1");
            unit().set(MESSAGE, failure.text());
        }
        return new BuildException(failure.text(), failure.trace(), getLocation());
    }

    /**
     * The task itself; whatever it throws is translated.
     *
     * @throws LifecycleException with the text that ORCA's user gets
     */
    abstract void act() throws LifecycleException;

    /** The unit that this handler runs for. */
    final Unit unit() {
        return new Unit(getProject());
    }

    /** The plugin's slivers; the first call in a JVM starts it. */
    static SliverLifecycle slivers() throws LifecycleException {
        return InstalledPlugin.find(Plugin.class.getClassLoader()).slivers();
    }

    /** An attribute that must be there. */
    static String require(String name, String value) {
        if (value == null || value.trim().isEmpty()) {
            throw new BuildException(name + " is missing");
        }
        if (isUnset(value)) {
            throw new BuildException(name + " is " + value + ", a property that is not set");
        }
        return value;
    }

    /** Whether a text is nothing but a property that Ant left as it was, because it is not set. */
    static boolean isUnset(String value) {
        return value.matches("\\$\\{[^{}]*\\}");
    }
}
