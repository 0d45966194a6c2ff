/** What Accumulo's tablet servers themselves know of COMET's records: when their time is over. */
package org.orcacomet.accumulo.ageing;
