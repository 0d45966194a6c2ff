/** How ORCA's service manager is managed, and a service manager that keeps what it knows in files. */
package orca.manage;
