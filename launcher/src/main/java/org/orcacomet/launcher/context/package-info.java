/** The slice of a user of another cloud: what a controller would do for it, by hand. */
package org.orcacomet.launcher.context;
