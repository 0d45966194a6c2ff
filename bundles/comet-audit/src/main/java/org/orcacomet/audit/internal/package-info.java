/** How lines are written, and found again. Nothing here is null. */
package org.orcacomet.audit.internal;
