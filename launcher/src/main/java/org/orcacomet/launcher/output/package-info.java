/** What commands print: tables for people, JSON for programs. */
package org.orcacomet.launcher.output;
