/** The plugin inside the stand-in for ORCA: processes, as an operator has them. */
package org.orcacomet.inside;
