/** How a sliver's scopes are claimed, changed and given up. */
package org.orcacomet.orca.am.internal;
