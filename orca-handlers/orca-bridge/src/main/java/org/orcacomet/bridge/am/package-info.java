/** The plugin in an aggregate manager: how ORCA starts it, and how it hears of reservations that end. Nothing here is null. */
package org.orcacomet.bridge.am;
