package org.orcacomet.it;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.mojo.animal_sniffer.logging.Logger;

/** What the signature check complains of. */
final class Breaches implements Logger {
    private final List<String> found = new ArrayList<>();

    List<String> found() {
        return found;
    }

    @Override
    public void info(String message) {}

    @Override
    public void info(String message, Throwable cause) {}

    @Override
    public void debug(String message) {}

    @Override
    public void debug(String message, Throwable cause) {}

    @Override
    public void warn(String message) {}

    @Override
    public void warn(String message, Throwable cause) {}

    @Override
    public void error(String message) {
        found.add(message);
    }

    @Override
    public void error(String message, Throwable cause) {
        found.add(message);
    }
}
