/** ORCA's controller with COMET: its main class, and what stands between it and the service manager. */
package org.orcacomet.bridge.controller;
