package orca.shirako.plugins.config;

import java.util.Hashtable;
import java.util.Properties;
import org.apache.tools.ant.BuildException;
import org.apache.tools.ant.Project;
import org.apache.tools.ant.ProjectHelper;

/** Runs a target in a project of its own: the unit's properties go in as user properties, all of the project's come out. */
final class AntRun {
    private final SliceProject project;
    private final HandlerCall call;

    AntRun(HandlerCall call) {
        this.call = call;
        this.project = new SliceProject(call.unit());
    }

    Properties run() {
        project.addBuildListener(new AntLog());
        call.properties().stringPropertyNames().forEach(this::setUserProperty);
        project.setUserProperty("ant.file", call.handler().getPath());
        project.init();
        project.fireBuildStarted();
        return build();
    }

    private void setUserProperty(String name) {
        project.setUserProperty(name, call.properties().getProperty(name));
    }

    private Properties build() {
        Throwable problem = null;
        try {
            ProjectHelper.configureProject(project, call.handler());
            project.executeTarget(call.target());
            return properties(project);
        } catch (BuildException e) {
            problem = e;
            throw e;
        } finally {
            project.fireBuildFinished(problem);
        }
    }

    private static Properties properties(Project project) {
        Hashtable<String, Object> all = project.getProperties();
        Properties properties = new Properties();
        all.forEach((name, value) -> properties.setProperty(name, value.toString()));
        return properties;
    }
}
