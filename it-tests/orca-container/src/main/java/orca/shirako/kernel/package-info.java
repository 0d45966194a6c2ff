/** Events about reservations. */
package orca.shirako.kernel;
