/** What keeps some clients from taking what others need. Nothing here is ever null. */
package org.orcacomet.http.internal.load;
