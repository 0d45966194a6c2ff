package org.orcacomet.tasks;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.tools.ant.BuildException;
import org.apache.tools.ant.DefaultLogger;
import org.apache.tools.ant.Project;
import org.apache.tools.ant.ProjectHelper;

/** Runs a target as ORCA does, within the class loader of one Ant; in and out go types of java.* only. */
public final class AntRun implements Function<Map<String, Object>, Map<String, Object>> {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final Map<String, Object> result = new HashMap<>();

    /** Project with the names that were set in it after its start, in their order. */
    private static final class Watched extends Project {
        private final List<String> set = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void setProperty(String name, String value) {
            set.add(name);
            super.setProperty(name, value);
        }

        @Override
        public void setUserProperty(String name, String value) {
            set.add("user " + name);
            super.setUserProperty(name, value);
        }
    }

    @Override
    public Map<String, Object> apply(Map<String, Object> asked) {
        Watched project = new Watched();
        project.init();
        Map<String, String> user = strings((Map<?, ?>) asked.get("user"));
        user.forEach(project::setUserProperty);
        File build = new File((String) asked.get("build"));
        project.setUserProperty("ant.file", build.getPath());
        ProjectHelper.configureProject(project, build);
        project.set.clear();
        project.addBuildListener(logger((Integer) asked.get("level")));
        Thread.currentThread().setContextClassLoader((ClassLoader) asked.get("context"));
        if ((Boolean) asked.get("interrupted")) {
            Thread.currentThread().interrupt();
        }
        project.fireBuildFinished(run(project, (String) asked.get("target")));
        result.put("context", Thread.currentThread().getContextClassLoader());
        result.put("interrupted", Thread.interrupted());
        result.put("set", project.set);
        result.put("properties", strings(project.getProperties()));
        result.put("user", strings(project.getUserProperties()));
        result.put("calls", new ArrayList<>(FakePlugin.calls(user.getOrDefault("unit.rid", ""))));
        result.put("output", output.toString());
        return result;
    }

    private Throwable run(Project project, String target) {
        try {
            project.executeTarget(target);
            return null;
        } catch (BuildException failure) {
            result.put("failure", failure.getMessage());
            result.put("location", failure.getLocation().toString());
            return failure;
        } catch (Throwable failure) {
            result.put("failure", "no BuildException: " + failure);
            return failure;
        }
    }

    private DefaultLogger logger(int level) {
        DefaultLogger logger = new DefaultLogger();
        logger.setMessageOutputLevel(level);
        logger.setOutputPrintStream(new PrintStream(output, true));
        logger.setErrorPrintStream(new PrintStream(output, true));
        return logger;
    }

    private static Map<String, String> strings(Map<?, ?> map) {
        Map<String, String> strings = new TreeMap<>();
        map.forEach((name, value) -> strings.put(String.valueOf(name), String.valueOf(value)));
        return strings;
    }
}
