package orca.shirako.container;

/** A subscription was refused; only the name of this class is known. */
@SuppressWarnings("serial")
public class EventManagerException extends Exception {}
