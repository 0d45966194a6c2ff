/** How the client does it; nobody else's. */
package org.orcacomet.client.internal;
