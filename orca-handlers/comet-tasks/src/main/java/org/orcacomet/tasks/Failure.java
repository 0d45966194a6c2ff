package org.orcacomet.tasks;

import org.apache.tools.ant.BuildException;
import org.orcacomet.orca.spi.LifecycleException;

/**
 * What a task failed with: a text that is never empty, and where it came from. Only texts that were written for ORCA's
 * user are passed on; the message of any other exception, or of a cause, could hold what no log may show.
 */
final class Failure {
    private static final int CAUSES = 8;

    private final String text;
    private final Throwable trace;

    private Failure(String text, Throwable trace) {
        this.text = text;
        this.trace = trace;
    }

    /** What was thrown in a task of this name; an interrupt that it stands for is set again. */
    static Failure of(Throwable thrown, String task) {
        if (stands(thrown, InterruptedException.class)) {
            Thread.currentThread().interrupt();
        }
        return new Failure(text(thrown, task), Trace.of(thrown, CAUSES));
    }

    private static boolean stands(Throwable thrown, Class<?> type) {
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < CAUSES; i++, cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String text(Throwable thrown, String task) {
        boolean meant = thrown instanceof LifecycleException || thrown instanceof BuildException;
        if (meant && thrown.getMessage() != null && !thrown.getMessage().trim().isEmpty()) {
            return task + ": " + thrown.getMessage();
        }
        return task + " failed: " + thrown.getClass().getName();
    }

    /** One sentence for ORCA's user and operator. */
    String text() {
        return text;
    }

    /** Classes and stacks of what was thrown, without the messages. */
    Throwable trace() {
        return trace;
    }

    private static final class Trace extends Exception {
        private static final long serialVersionUID = 1L;

        private Trace(String type, Trace cause, StackTraceElement[] stack) {
            super(type, cause, false, true);
            setStackTrace(stack);
        }

        static Trace of(Throwable thrown, int causes) {
            Throwable cause = thrown.getCause();
            return new Trace(
                    thrown.getClass().getName(),
                    cause == null || causes == 0 ? null : of(cause, causes - 1),
                    thrown.getStackTrace());
        }

        @Override
        public String toString() {
            return getMessage();
        }
    }
}
