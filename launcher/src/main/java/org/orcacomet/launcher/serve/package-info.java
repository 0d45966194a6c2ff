/** The service in the foreground: its data folder, its configuration, from start to ready to stop. */
package org.orcacomet.launcher.serve;
