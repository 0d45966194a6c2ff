/** Loading of packages at a boot. */
package orca.extensions.internal;
