/** Input to fuzz with. */
package org.orcacomet.api.testkit;
