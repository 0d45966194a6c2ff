/** Throw-away certificates, to try things out with. */
package org.orcacomet.launcher.certificates;
