/** Management objects: what a plugin leaves in the database. */
package orca.manage.internal;
