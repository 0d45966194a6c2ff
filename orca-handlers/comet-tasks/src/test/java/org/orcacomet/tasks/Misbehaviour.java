package org.orcacomet.tasks;

import org.orcacomet.orca.spi.LifecycleException;

/** Each way in which a plugin may fail; messages that were not written for ORCA's user hold {@link #SECRET}. */
enum Misbehaviour {
    NONE {
        @Override
        void happen() {}
    },
    LIFECYCLE {
        @Override
        void happen() throws LifecycleException {
            throw new LifecycleException("COMET is down", new IllegalStateException(SECRET));
        }
    },
    NO_TEXT {
        @Override
        void happen() throws LifecycleException {
            throw new LifecycleException(null);
        }
    },
    RUNTIME {
        @Override
        void happen() {
            throw new IllegalArgumentException();
        }
    },
    TALKATIVE {
        @Override
        void happen() {
            throw new IllegalArgumentException(SECRET, new IllegalStateException(SECRET));
        }
    },
    ERROR {
        @Override
        void happen() {
            throw new AssertionError();
        }
    },
    OVERFLOW {
        @Override
        @SuppressWarnings("InfiniteRecursion")
        void happen() {
            happen();
        }
    },
    INTERRUPTED {
        @Override
        void happen() throws LifecycleException {
            throw new LifecycleException("interrupted while it waited", new InterruptedException());
        }
    },
    CIRCULAR {
        @Override
        void happen() {
            IllegalStateException first = new IllegalStateException();
            first.initCause(new IllegalStateException(first));
            throw first;
        }
    };

    static final String SECRET = "markedSecret";

    abstract void happen() throws LifecycleException;

    static Misbehaviour named(String name) {
        return valueOf(name);
    }
}
