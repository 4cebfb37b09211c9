/** Answers as JSON, byte for byte the same on the command line and over HTTP, and their JSON Schemas. */
@NullMarked
package entente.report.json;

import org.jspecify.annotations.NullMarked;
