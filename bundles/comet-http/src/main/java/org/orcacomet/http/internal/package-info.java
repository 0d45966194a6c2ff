/** The component: configuration in, server and its address out. */
package org.orcacomet.http.internal;
