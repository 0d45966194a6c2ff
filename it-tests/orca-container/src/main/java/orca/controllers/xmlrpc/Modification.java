package orca.controllers.xmlrpc;

import java.util.Properties;

/** Properties that an element of a slice gets while it is active. */
final class Modification {
    private final String name;
    private final Properties properties;

    private Modification(String name, Properties properties) {
        this.name = name;
        this.properties = properties;
    }

    static Modification parse(String word) {
        int query = word.indexOf('?');
        return new Modification(word.substring(0, query), Line.properties(word.substring(query + 1)));
    }

    String name() {
        return name;
    }

    Properties properties() {
        return properties;
    }
}
