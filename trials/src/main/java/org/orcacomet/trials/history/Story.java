package org.orcacomet.trials.history;

/** What may have happened so far: the scope as it is then, and those of the open calls, by their places, that have happened. */
record Story(ScopeModel scope, long happened) {
    static final Story BEGINNING = new Story(ScopeModel.NEVER_WRITTEN, 0);

    boolean has(int place) {
        return (happened & 1L << place) != 0;
    }

    /** It goes on with this call, which makes this of the scope. */
    Story with(int place, ScopeModel next) {
        return new Story(next, happened | 1L << place);
    }

    /** The same when this call is closed. */
    Story without(int place) {
        return new Story(scope, happened & ~(1L << place));
    }
}
