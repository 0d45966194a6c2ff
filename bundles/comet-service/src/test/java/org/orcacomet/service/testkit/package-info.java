/** The authorization table of the wire contract: every case of it, what it says of each, and a store to try it on. */
package org.orcacomet.service.testkit;
