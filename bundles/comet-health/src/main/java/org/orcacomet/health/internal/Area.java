package org.orcacomet.health.internal;

import org.orcacomet.service.Finding;

/** What one health check is about: the findings whose names begin so. */
enum Area {
    STORE("store"),
    CERTIFICATE("certificate"),
    SWITCHES("switches"),
    AUDIT("audit"),
    /** Whatever else the report has. */
    OTHER("");

    private final String start;

    Area(String start) {
        this.start = start;
    }

    /** The area of this finding. */
    static Area of(Finding finding) {
        for (Area area : values()) {
            if (finding.name().startsWith(area.start)) {
                return area;
            }
        }
        return OTHER;
    }
}
