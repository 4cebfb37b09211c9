/** Answers and instructions for language-model assistants: short texts that can be quoted as they are. */
@NullMarked
package entente.report.answer;

import org.jspecify.annotations.NullMarked;
