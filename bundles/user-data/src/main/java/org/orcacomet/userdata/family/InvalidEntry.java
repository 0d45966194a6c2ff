package org.orcacomet.userdata.family;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An entry breaks its family's schema. The message names members and rules, and no value. */
public final class InvalidEntry extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> violations;

    InvalidEntry(Map<String, String> violations) {
        super(sentence(violations));
        this.violations = Collections.unmodifiableMap(new LinkedHashMap<>(violations));
    }

    /** What is wrong with each member, such as {@code mac}, {@code is missing}. */
    public Map<String, String> violations() {
        return violations;
    }

    static String sentence(Map<String, String> violations) {
        return violations.entrySet().stream()
                .map(v -> v.getKey() + " " + v.getValue())
                .collect(Collectors.joining("; "));
    }
}
