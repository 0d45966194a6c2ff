package orca.shirako.plugins.config;

import org.apache.tools.ant.BuildEvent;
import org.apache.tools.ant.DefaultLogger;
import org.apache.tools.ant.Project;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Ant says, in ORCA's log. */
final class AntLog extends DefaultLogger {
    private static final Logger LOG = LoggerFactory.getLogger("orca.ant");

    @Override
    public void messageLogged(BuildEvent event) {
        if (event.getPriority() <= Project.MSG_INFO) {
            LOG.info("{}", event.getMessage());
        }
    }

    @Override
    public void targetStarted(BuildEvent event) {
        LOG.info("{}:", event.getTarget().getName());
    }

    @Override
    public void buildFinished(BuildEvent event) {
        LOG.debug("finished");
    }
}
