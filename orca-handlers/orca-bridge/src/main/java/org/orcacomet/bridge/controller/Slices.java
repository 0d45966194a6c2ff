package org.orcacomet.bridge.controller;

import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.SliceLifecycle;

/** Where the plugin is; asked at each call, as the plugin's parts may come and go. */
interface Slices {
    /**
     * What is to be told of slices.
     *
     * @throws LifecycleException if there is none, with a sentence that says why
     */
    SliceLifecycle get() throws LifecycleException;
}
