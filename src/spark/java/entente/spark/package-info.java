/** Ensembles on Apache Spark: the same command line, of which the chunks are evaluated by the executors of a cluster. */
package entente.spark;
