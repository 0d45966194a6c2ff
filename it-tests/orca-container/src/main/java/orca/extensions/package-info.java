/** Packages and their plugins, as a plugin sees them. */
package orca.extensions;
