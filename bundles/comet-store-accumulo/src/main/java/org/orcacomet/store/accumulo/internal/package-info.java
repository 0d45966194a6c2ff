/** Inside the store on Accumulo. */
package org.orcacomet.store.accumulo.internal;
