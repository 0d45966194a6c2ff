/** How many VMs the service carries. */
package org.orcacomet.trials.load;
