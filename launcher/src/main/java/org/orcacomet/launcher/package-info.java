/** The command line: {@code serve}, {@code export}, {@code import} and {@code dev-certs}. The only part that looks at the process around it. */
package org.orcacomet.launcher;
