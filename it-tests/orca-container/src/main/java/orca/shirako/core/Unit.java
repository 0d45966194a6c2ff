package orca.shirako.core;

import java.util.Properties;
import orca.shirako.plugins.config.HandlerOutcome;

/** A unit's properties, and ORCA's rules for what a handler's end does to them. */
final class Unit {
    private static final String SAVE = "shirako.save.";
    private static final String UPDATE = "shirako.update.";
    private static final String SEQUENCE = "unit.sequence";
    private static final String MODIFIED = "unit.modify.";
    private static final String LAST = MODIFIED + "sequencenum";

    private final Properties properties;

    Unit(Properties properties) {
        this.properties = properties;
    }

    Properties properties() {
        return properties;
    }

    /** What a handler gets of the unit itself. */
    Properties before(Action action) {
        properties.setProperty("unit.state", Integer.toString(action.unitState()));
        Properties handed = copy(properties);
        handed.setProperty("action.sequence", Integer.toString(sequence() + 1));
        handed.setProperty(SEQUENCE, Integer.toString(sequence()));
        return handed;
    }

    private int sequence() {
        return Integer.parseInt(properties.getProperty(SEQUENCE, "0"));
    }

    /** What is left of a handler's work: its saved values, if it ended well. */
    void after(Action action, HandlerOutcome outcome) {
        if (outcome.isGood()) {
            outcome.properties().stringPropertyNames().forEach(name -> take(name, outcome.properties()));
        }
        if (action == Action.MODIFY) {
            modified(outcome);
        }
        properties.setProperty(SEQUENCE, Integer.toString(sequence() + 1));
    }

    private void take(String name, Properties from) {
        String value = from.getProperty(name);
        if (name.startsWith(SAVE)) {
            properties.setProperty(name, value);
            properties.setProperty(name.substring(SAVE.length()), value);
        } else if (name.startsWith(UPDATE)) {
            properties.setProperty(name.substring(UPDATE.length()), value);
        }
    }

    private void modified(HandlerOutcome outcome) {
        String number = Integer.toString(Action.sequence(properties).orElse(0));
        String end = outcome.isGood() ? "modify action succeeded: message from handler = " : "modify action failed: ";
        properties.setProperty(MODIFIED + number + ".code", outcome.isGood() ? "0" : "1");
        properties.setProperty(MODIFIED + number + ".message", end + outcome.message());
        properties.setProperty(LAST, number);
        properties.setProperty(SAVE + LAST, number);
    }

    private static Properties copy(Properties from) {
        Properties to = new Properties();
        from.stringPropertyNames().forEach(name -> to.setProperty(name, from.getProperty(name)));
        return to;
    }
}
