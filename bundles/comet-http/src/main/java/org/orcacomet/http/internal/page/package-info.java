/** Files for people's browsers: the page, the description of the wire and the page that shows it. */
package org.orcacomet.http.internal.page;
