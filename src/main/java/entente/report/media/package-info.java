/** The media of an assessment: the one list that the command line and the service read. */
@NullMarked
package entente.report.media;

import org.jspecify.annotations.NullMarked;
