package org.orcacomet.tasks;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.tools.ant.Project;

/** The unit that a handler runs for, in the properties of its Ant project. They hold tokens. */
final class Unit {
    private static final String SAVE = "shirako.save.";
    private static final List<String> NAMES = Arrays.asList("comethost", "type");
    private static final List<String> PREFIXES =
            Arrays.asList("unit.", "config.", "slice.comet.", "comet.", "modify.", SAVE);

    private final Project project;

    /** The unit of this project. */
    Unit(Project project) {
        this.project = project;
    }

    /** What ORCA says of it: no property of the JVM, nor of the site. */
    Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        add(project.getProperties(), properties);
        add(project.getUserProperties(), properties);
        return properties;
    }

    private static void add(Map<?, ?> from, Map<String, String> to) {
        from.forEach((name, value) -> {
            if (isOfUnit(String.valueOf(name))) {
                to.put(String.valueOf(name), String.valueOf(value));
            }
        });
    }

    private static boolean isOfUnit(String name) {
        return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }

    /**
     * Has ORCA store these on the unit. What it has already is left alone; what it has otherwise is overwritten, under
     * both names under which it came in.
     */
    void save(Map<String, String> values) {
        values.forEach((name, value) -> {
            set(SAVE + name, value);
            if (project.getUserProperty(name) != null) {
                set(name, value);
            }
        });
    }

    /** Sets a property so that ORCA takes it, and Ant does not log it. */
    void set(String name, String value) {
        String user = project.getUserProperty(name);
        if (user == null) {
            QuietLog.during(project, () -> project.setProperty(name, value));
        } else if (!user.equals(value)) {
            QuietLog.during(project, () -> project.setUserProperty(name, value));
        }
    }
}
