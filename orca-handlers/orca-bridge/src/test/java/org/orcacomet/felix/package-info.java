/** What is inside, for the bridge's tests. */
package org.orcacomet.felix;
