/** What travels between controller and service manager. */
package orca.manage.beans;
