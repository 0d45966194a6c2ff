package org.orcacomet.tasks;

import java.util.List;
import java.util.Map;

/** What a target did. */
final class Ran {
    private final Map<String, Object> result;

    Ran(Map<String, Object> result) {
        this.result = result;
    }

    /** The text of what it failed with; empty if it did not. */
    String failure() {
        return String.valueOf(result.getOrDefault("failure", ""));
    }

    /** Where it failed. */
    String location() {
        return String.valueOf(result.get("location"));
    }

    /** All that Ant printed. */
    String output() {
        return (String) result.get("output");
    }

    /** A property at the end, {@code null} as text if there is none. */
    String property(String name) {
        return String.valueOf(((Map<?, ?>) result.get("properties")).get(name));
    }

    /** A user property at the end, {@code null} as text if there is none. */
    String user(String name) {
        return String.valueOf(((Map<?, ?>) result.get("user")).get(name));
    }

    /** What the plugin was asked for this reservation, by this target and those before. */
    @SuppressWarnings("unchecked")
    List<String> calls() {
        return (List<String>) result.get("calls");
    }

    /** The names that were set. */
    @SuppressWarnings("unchecked")
    List<String> set() {
        return (List<String>) result.get("set");
    }

    boolean interrupted() {
        return (Boolean) result.get("interrupted");
    }

    Object context() {
        return result.get("context");
    }
}
