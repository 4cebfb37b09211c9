package entente.report.form;

import java.util.List;
import java.util.stream.Stream;

/**
 * A result as a document that knows no medium: text, Markdown, HTML and Word each render it with one class.
 *
 * @param subtitle what stands beside the title, such as an id and a date; empty for nothing
 */
public record Report(String title, String subtitle, List<Block> blocks) implements Answer {

    public Report {
        blocks = List.copyOf(blocks);
    }

    /** The same with further blocks at its end. */
    public Report with(List<? extends Block> more) {
        return new Report(
                title, subtitle, Stream.concat(blocks.stream(), more.stream()).toList());
    }
}
