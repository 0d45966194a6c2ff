/** Felix inside a Java program: a folder of bundles that starts in order and stops in reverse. */
package org.orcacomet.felix;
