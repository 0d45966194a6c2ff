/** Handlers: real Ant on ten threads. */
package orca.shirako.plugins.config;
