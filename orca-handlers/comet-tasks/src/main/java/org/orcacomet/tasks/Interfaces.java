package org.orcacomet.tasks;

import java.util.List;

/** An instance's interfaces as the instance scripts attach them. */
final class Interfaces {
    private Interfaces() {}

    /** Each with a blank behind it, the last one too: {@code hosteth.vlanTag.mac hosteth.vlanTag.mac }. */
    static String text(List<String> interfaces) {
        StringBuilder text = new StringBuilder();
        interfaces.forEach(each -> text.append(each).append(' '));
        return text.toString();
    }
}
