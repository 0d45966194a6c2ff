/** What an operator does with an ORCA: prepares its home, starts, commands and kills it. JDK only. */
package orca.operator;
