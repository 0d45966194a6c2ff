/** The service as a process of its own, and calls to it over HTTPS: what every trial needs. */
package org.orcacomet.trials.service;
