package entente.report.form;

import entente.report.markdown.MarkdownPage;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Answers of tests. */
public final class Given {

    private Given() {}

    /** Markdown in which {@code {}} stands for what is given: a text, one that depends on the page, or a figure. */
    public static Answer answer(String markdown, Object... given) {
        return Answer.of("given", Map.of("markdown", markdown, "given", List.of(given)));
    }

    public static Function<MarkdownPage, String> either(String full, String brief) {
        return page -> page.either(full, brief);
    }

    /** Title and a paragraph. */
    public static Answer paragraph(String title, String text) {
        return answer("# {}\n\n{}\n", title, text);
    }
}
