/** The process: its start, its commands, its trace, and the moments at which it can be made to crash. */
package orca.server;
