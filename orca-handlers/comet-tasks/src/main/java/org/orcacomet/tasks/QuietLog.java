package org.orcacomet.tasks;

import org.apache.tools.ant.BuildEvent;
import org.apache.tools.ant.BuildListener;
import org.apache.tools.ant.Project;
import org.apache.tools.ant.PropertyHelper;

/**
 * Does something of which Ant logs nothing. Ant logs each property with its value when it is set, at debug level; but what
 * happens while a listener is told of a message is not logged, in every version, so that is when it is done.
 */
final class QuietLog implements BuildListener {
    private static final String MESSAGE = "Setting a property of the unit";

    private final Thread thread = Thread.currentThread();
    private final Runnable action;
    private boolean done;

    private QuietLog(Runnable action) {
        this.action = action;
    }

    /** Does this, and when it returns it is done. */
    static void during(Project project, Runnable action) {
        QuietLog quiet = new QuietLog(action);
        project.addBuildListener(quiet);
        try {
            // Ant 1.7 locks properties before messages.
            synchronized (PropertyHelper.getPropertyHelper(project)) {
                project.log(MESSAGE, Project.MSG_DEBUG);
            }
        } finally {
            project.removeBuildListener(quiet);
        }
        quiet.once();
    }

    private void once() {
        if (!done) {
            done = true;
            action.run();
        }
    }

    @Override
    public void messageLogged(BuildEvent event) {
        if (Thread.currentThread() == thread && MESSAGE.equals(event.getMessage())) {
            once();
        }
    }

    @Override
    public void buildStarted(BuildEvent event) {}

    @Override
    public void buildFinished(BuildEvent event) {}

    @Override
    public void targetStarted(BuildEvent event) {}

    @Override
    public void targetFinished(BuildEvent event) {}

    @Override
    public void taskStarted(BuildEvent event) {}

    @Override
    public void taskFinished(BuildEvent event) {}
}
