package orca.shirako.plugins.config;

import java.util.Properties;

/** How a handler ended, and every property that its project had then. */
public final class HandlerOutcome {
    private static final String CODE = "shirako.target.code";
    private static final String MESSAGE = CODE + ".message";

    private final boolean good;
    private final String message;
    private final Properties properties;

    private HandlerOutcome(boolean good, String message, Properties properties) {
        this.good = good;
        this.message = message;
        this.properties = properties;
    }

    static HandlerOutcome of(Properties project) {
        String code = project.getProperty(CODE, "0").trim();
        boolean good = code.equals("0") || code.isEmpty();
        return new HandlerOutcome(good, project.getProperty(MESSAGE, good ? "" : "code " + code), project);
    }

    static HandlerOutcome failed(String message) {
        return new HandlerOutcome(false, message, new Properties());
    }

    /** Whether the target ended well. */
    public boolean isGood() {
        return good;
    }

    /** What the handler said. */
    public String message() {
        return message;
    }

    /** The project's properties. */
    public Properties properties() {
        return properties;
    }
}
