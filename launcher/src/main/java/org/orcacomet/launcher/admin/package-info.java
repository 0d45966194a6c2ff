/** What an administrator asks of a running service, and does to it. */
package org.orcacomet.launcher.admin;
