/** A table of scenarios becomes a table of verdicts on Apache Spark. */
package entente.spark;
