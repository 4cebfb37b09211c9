/** Briefings as PDF, from the HTML of {@code entente.report.html}; the only package that uses openhtmltopdf and PDFBox. */
@NullMarked
package entente.report.pdf;

import org.jspecify.annotations.NullMarked;
