package org.orcacomet.launcher.serve;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One property of one component's configuration, as {@code --set PID/key=value} gives it. Its value may be secret. */
record Setting(String pid, String key, String value) {
    private static final Pattern SYNTAX = Pattern.compile("([^/=\\s]+)/([^/=\\s]+)=(.*)", Pattern.DOTALL);

    /**
     * Takes the text apart.
     *
     * @throws IllegalArgumentException if it is none; the message does not repeat it
     */
    static Setting parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("--set takes PID/key=value, such as org.orcacomet.http/port=8111");
        }
        return new Setting(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    @Override
    public String toString() {
        return pid + "/" + key;
    }
}
