/** COMET's command line. The only part that looks at the process around it. */
package org.orcacomet.launcher;
