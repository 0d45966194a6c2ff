package orca.shirako.core;

import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a handler can be asked to do with a unit. */
enum Action {
    JOIN(1),
    MODIFY(3) {
        @Override
        String target(Properties unit) {
            return unit.getProperty(SUBCOMMAND + sequence(unit).orElse(0), "modify");
        }
    },
    LEAVE(4);

    private static final String SUBCOMMAND = "modify.subcommand.";
    private static final Pattern NUMBERED = Pattern.compile("modify\\.subcommand\\.(\\d+)");

    private final int unitState;

    Action(int unitState) {
        this.unitState = unitState;
    }

    int unitState() {
        return unitState;
    }

    /** Its name in the trace. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String target(Properties unit) {
        return label();
    }

    /** The highest number of a modify that the unit has. */
    static Optional<Integer> sequence(Properties unit) {
        return unit.stringPropertyNames().stream()
                .map(NUMBERED::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .max(Integer::compare);
    }
}
