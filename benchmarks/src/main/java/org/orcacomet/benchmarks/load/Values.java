package org.orcacomet.benchmarks.load;

/** Values as ORCA and virtual machines write them: JSON in a text in JSON, of 300 bytes. */
public final class Values {
    /** The length of each, in bytes. */
    public static final int BYTES = 300;

    private static final String BEGINNING = "{\"val_\":\"[{\\\"hostName\\\":\\\"";
    private static final String MIDDLE = "\\\",\\\"ip\\\":\\\"10.0.0.1\\\",\\\"publicKey\\\":\\\"ssh-rsa ";
    private static final String END = "\\\"}]\"}";

    private Values() {}

    /** The value that is at this place. */
    public static String of(Place place) {
        String text = BEGINNING + place.machine() + MIDDLE;
        return text + "A".repeat(BYTES - text.length() - END.length()) + END;
    }
}
