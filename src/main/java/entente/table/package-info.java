/**
 * The variants of an ensemble as a table in chunk files, CSV or Parquet, with a manifest: every file is whole or absent,
 * and an interrupted run is continued.
 */
@NullMarked
package entente.table;

import org.jspecify.annotations.NullMarked;
