/** What commands print and write: tables for people, JSON for programs, files for their owner alone. */
package org.orcacomet.launcher.output;
