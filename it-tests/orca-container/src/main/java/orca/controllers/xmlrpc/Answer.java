package orca.controllers.xmlrpc;

/** What a user is told: a value, or what went wrong. */
final class Answer {
    private final String text;

    private Answer(String text) {
        this.text = text;
    }

    static Answer of(String text) {
        return new Answer(text);
    }

    boolean isError() {
        return text.startsWith("ERROR: ");
    }

    @Override
    public String toString() {
        return text;
    }
}
