/** Events, actors and reservations, as a plugin sees them. */
package orca.shirako.api;
