package orca.controllers.xmlrpc;

import java.util.ArrayList;
import java.util.List;

/** What a user asks a slice to be: elements to add, to take out, and to modify; an element has a name in its slice. */
final class Request {
    private final List<Element> added = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private final List<Modification> modified = new ArrayList<>();

    /** {@code Node0=bbnvmsite.vm} adds, {@code -Node0} takes out, {@code ~Node0?modify.subcommand.1=...&...} modifies. */
    static Request of(List<String> words) {
        Request request = new Request();
        for (String word : words) {
            if (word.startsWith("-")) {
                request.removed.add(word.substring(1));
            } else if (word.startsWith("~")) {
                request.modified.add(Modification.parse(word.substring(1)));
            } else {
                request.added.add(Element.parse(word));
            }
        }
        return request;
    }

    List<Element> added() {
        return added;
    }

    List<String> removed() {
        return removed;
    }

    List<Modification> modified() {
        return modified;
    }
}
