/**
 * The life of a recorded slice: the service as a process of its own, the plugin in a Felix of its own, and virtual
 * machines that know nothing but their user data.
 */
package org.orcacomet.demo;
