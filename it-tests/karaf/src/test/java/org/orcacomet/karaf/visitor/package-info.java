/** Bundles that use what a feature provides, as a user's own would. */
package org.orcacomet.karaf.visitor;
