/** A bundle that the tests bring into Karaf: it runs commands there, and says what has happened to each bundle. */
package org.orcacomet.karaf.driver;
