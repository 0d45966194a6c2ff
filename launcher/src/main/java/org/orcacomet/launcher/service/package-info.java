/** A running service, as the commands for its administrator see it: where it is, as whom to call, how it says no. */
package org.orcacomet.launcher.service;
