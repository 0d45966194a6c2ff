/** Head nodes in front of one store, each a process, and what can be done to them and to it. */
package org.orcacomet.trials.deployment;
