/** The container as a plugin sees it. */
package orca.shirako.container.api;
