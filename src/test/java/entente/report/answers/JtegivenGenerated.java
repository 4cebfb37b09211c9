package entente.report.answers;

import entente.report.form.Block;
import entente.report.markdown.MarkdownPage;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The template of {@link entente.report.form.Given}, in the form in which the build writes templates. */
public final class JtegivenGenerated {

    public static final String JTE_NAME = "given.jte";

    public static final int[] JTE_LINE_INFO = {};

    private JtegivenGenerated() {}

    public static void render(TemplateOutput output, HtmlInterceptor none, Map<String, Object> values) {
        renderMap(output, none, values);
    }

    @SuppressWarnings("unchecked")
    public static void renderMap(TemplateOutput output, HtmlInterceptor none, Map<String, Object> values) {
        MarkdownPage page = (MarkdownPage) values.get("page");
        List<?> given = (List<?>) values.get("given");
        String[] markdown = values.get("markdown").toString().split("\\{}", -1);
        for (int i = 0; i < markdown.length; i++) {
            page.writeContent(markdown[i]);
            Object one = i < given.size() ? given.get(i) : "";
            Object said = one instanceof Function<?, ?> text ? ((Function<MarkdownPage, ?>) text).apply(page) : one;
            if (said instanceof Block figure) {
                page.draw(figure).writeTo(page);
            } else if (said instanceof Content content) {
                content.writeTo(page);
            } else {
                page.writeUserContent(said.toString());
            }
        }
    }
}
