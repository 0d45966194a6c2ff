/**
 * ORCA's XML-RPC controller as a process, and its own writes to COMET. {@code ORCA_CONTROLLER_HOME} has {@code
 * config/controller.properties}, and {@code sm}, where the service manager keeps what it knows: it outlives a controller
 * that is killed, as ORCA's does in a process of its own. Lines stand for XML-RPC; the answer to each is a line, which
 * begins with {@code ok}, {@code err} (the method says no) or {@code fault} (it did not end well):
 *
 * <pre>
 * createSlice S Node0=bbnvmsite.vm Link0=bbnvmsite.vlan     the slice's id, then its reservations'
 * modifySlice S Node2=bbnvmsite.vm -Node0                   adds and takes out
 * modifySlice S ~Node1?modify.subcommand.1=modify.addiface&amp;modify.1.mac=fa%3A01
 * deleteSlice S                                             true
 * sliceStatus S, listSlices
 * carried S Node0                                           the config properties that reach the AM, as a query
 * exit
 * </pre>
 *
 * <p>It prints {@code ready} when it answers.
 */
package orca.controllers.xmlrpc;
