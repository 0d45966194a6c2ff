/** The base of ORCA's controllers. */
package orca.controllers;
