package entente.report.form;

import java.util.List;

/**
 * A result as a document that knows no medium: text, Markdown, HTML and Word each render it with one class.
 *
 * @param subtitle what stands beside the title, such as an id and a date; empty for nothing
 */
public record Report(String title, String subtitle, List<Block> blocks) implements Answer {

    public Report {
        blocks = List.copyOf(blocks);
    }
}
