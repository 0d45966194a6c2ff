/** The container: boots, configuration, the event manager with its one lock. */
package orca.shirako.container;
