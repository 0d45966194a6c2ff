package org.orcacomet.store.accumulo.internal;

/** On which Java Hadoop's client runs, and so Accumulo's: up to the one before its way to the user's name was taken away. */
public final class HadoopsJava {
    private static final int FIRST_UNSUITABLE = 24;

    private HadoopsJava() {}

    /** Whether it runs on this version. */
    public static boolean includes(int feature) {
        return feature < FIRST_UNSUITABLE;
    }
}
