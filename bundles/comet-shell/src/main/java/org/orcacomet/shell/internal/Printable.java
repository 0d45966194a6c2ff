package org.orcacomet.shell.internal;

/** Texts of others for a terminal, which obeys what control characters say: they are shown by their numbers. */
final class Printable {
    private Printable() {}

    /** All on one line. */
    static String line(String text) {
        return shown(text, false);
    }

    /** With its lines and tabs as they are. */
    static String lines(String text) {
        return shown(text, true);
    }

    private static String shown(String text, boolean broken) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isHarmless(c) || (broken && (c == '\n' || c == '\t'))) {
                shown.appendCodePoint(c);
            } else {
                shown.append(String.format("\\u%04x", c));
            }
        });
        return shown.toString();
    }

    private static boolean isHarmless(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
