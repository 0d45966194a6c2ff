/** Identifiers. */
package orca.util;
