package org.orcacomet.api;

/** Text that can be stored and sent: half of a character cannot, and UTF-8 would quietly make a question mark of it. */
final class Unicode {
    private Unicode() {}

    /**
     * This text.
     *
     * @throws IllegalArgumentException if it holds half of a character; the message says of what
     */
    static String checked(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 'x')) {
                    throw new IllegalArgumentException(what + " is not Unicode text");
                }
                i++;
            }
        }
        return text;
    }
}
