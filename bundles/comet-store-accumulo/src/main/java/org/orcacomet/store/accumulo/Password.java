package org.orcacomet.store.accumulo;

/** A password. It says nothing of itself to whoever prints it. */
public final class Password {
    private final String characters;

    private Password(String characters) {
        this.characters = characters;
    }

    /**
     * The password with these characters.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Password of(String characters) {
        if (characters.isEmpty()) {
            throw new IllegalArgumentException("the password is empty");
        }
        return new Password(characters);
    }

    /** Its characters, for whoever logs in with it. */
    public String reveal() {
        return characters;
    }

    @Override
    public String toString() {
        return "redacted";
    }
}
