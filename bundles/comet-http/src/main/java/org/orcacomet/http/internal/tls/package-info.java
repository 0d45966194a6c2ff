/** TLS: from PEM files to a connection's keys, and from a client's certificate to a caller. */
package org.orcacomet.http.internal.tls;
