/** Who may do what, how long things live, and the component. */
package org.orcacomet.service.internal;
