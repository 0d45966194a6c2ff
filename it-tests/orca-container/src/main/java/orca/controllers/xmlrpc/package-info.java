/** ORCA's XML-RPC controller, its answers and its own writes to COMET; lines of text stand for XML-RPC. */
package orca.controllers.xmlrpc;
