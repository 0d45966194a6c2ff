/** What {@code SliceScopes} is made of. */
package org.orcacomet.orca.controller.internal;
