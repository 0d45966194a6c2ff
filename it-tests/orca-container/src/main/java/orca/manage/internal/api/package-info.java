/** Management objects as the container sees them. */
package orca.manage.internal.api;
