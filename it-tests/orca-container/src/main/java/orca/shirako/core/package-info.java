/** Actors, reservations, units, and the files that stand for the database. */
package orca.shirako.core;
