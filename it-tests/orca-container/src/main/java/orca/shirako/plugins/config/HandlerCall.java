package orca.shirako.plugins.config;

import java.io.File;
import java.util.Properties;

/** One run of a target of a handler. */
public final class HandlerCall {
    private final Object unit;
    private final File handler;
    private final String target;
    private final Properties properties;

    /** For this unit this target of this file; {@code properties} become user properties. */
    public HandlerCall(Object unit, File handler, String target, Properties properties) {
        this.unit = unit;
        this.handler = handler;
        this.target = target;
        this.properties = properties;
    }

    Object unit() {
        return unit;
    }

    File handler() {
        return handler;
    }

    String target() {
        return target;
    }

    /** What the handler gets. */
    public Properties properties() {
        return properties;
    }
}
