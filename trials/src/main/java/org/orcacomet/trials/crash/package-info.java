/** {@code ./comet crash-test}: whether what was acknowledged outlives kills, full disks, damaged files and clocks that go back. */
package org.orcacomet.trials.crash;
