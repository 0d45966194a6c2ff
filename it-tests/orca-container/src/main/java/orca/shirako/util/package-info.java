/** States of a reservation. */
package orca.shirako.util;
