/** Each feature in a stock Karaf, as an operator installs, configures, uses and uninstalls it. */
package org.orcacomet.karaf;
