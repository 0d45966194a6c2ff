/** What every store must do, as tests. */
package org.orcacomet.store.testkit;
