/** Identifiers by kind. */
package orca.shirako.common;
