package entente.report.html;

import static entente.report.markdown.MarkdownTree.children;
import static entente.report.markdown.MarkdownTree.isDivision;
import static entente.report.markdown.MarkdownTree.text;

import entente.report.form.AllowedText;
import entente.report.form.Answer;
import entente.report.form.Medium;
import entente.report.markdown.MarkdownPage;
import entente.report.markdown.MarkdownTree;
import entente.report.markdown.MarkdownTree.Division;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Renders an answer as a self-contained page, which is well-formed XML as well. Tables, figures and the page around them are
 * templates in {@code src/main/jte}, which escape all that they are given.
 */
public final class HtmlRenderer {

    /** The content security policy of a page: nothing is run and nothing is fetched. */
    public static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);

    private HtmlRenderer() {}

    public static String render(Answer answer) {
        MarkdownPage markdown = MarkdownPage.of(answer, Medium.HTML);
        Node document = MarkdownTree.parse(markdown);
        String body = org.commonmark.renderer.html.HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .nodeRendererFactory(context -> new Blocks(markdown, context))
                .build()
                .render(document);
        return render("report.jte", Map.of("title", text(document.getFirstChild()), "body", body));
    }

    static String render(String template, Map<String, Object> values) {
        StringOutput page = new StringOutput();
        TEMPLATES.render(template, values, page);
        return AllowedText.of(page.toString());
    }

    /** What differs from usual Markdown. */
    private static final class Blocks implements NodeRenderer {

        private final MarkdownPage markdown;
        private final HtmlNodeRendererContext context;
        private final HtmlWriter html;

        Blocks(MarkdownPage markdown, HtmlNodeRendererContext context) {
            this.markdown = markdown;
            this.context = context;
            this.html = context.getWriter();
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Heading.class, TableBlock.class, FencedCodeBlock.class, Division.class);
        }

        @Override
        public void render(Node node) {
            html.line();
            if (node instanceof Heading heading) {
                inside(isTitle(heading) ? "h1" : "h2", Map.of(), heading);
            } else if (node instanceof TableBlock table) {
                template("table.jte", Map.of("table", MarkdownTree.table(table, "")));
            } else if (node instanceof FencedCodeBlock fence) {
                template("figure-block.jte", Map.of("block", markdown.figure(fence)));
            } else if (isDivision(node, "about")) {
                children(node).forEach(paragraph -> inside("p", Map.of("class", "what"), paragraph));
            } else if (isDivision(node, "lead")) {
                children(node).forEach(paragraph -> inside("p", Map.of("class", "lead"), paragraph));
            } else if (isDivision(node, "footer")) {
                inside("footer", Map.of(), node);
            } else if (isDivision(node, "fields")) {
                fields(node.getFirstChild());
            } else if (!isDivision(node, "remark")) {
                children(node).forEach(context::render);
            }
            html.line();
        }

        private static boolean isTitle(Node node) {
            return node.getPrevious() == null && node.getParent() instanceof Document;
        }

        private void template(String name, Map<String, Object> values) {
            html.raw(HtmlRenderer.render(name, values));
        }

        private void inside(String tag, Map<String, String> attributes, Node node) {
            html.tag(tag, attributes);
            children(node).forEach(context::render);
            html.tag("/" + tag);
            html.line();
        }

        private void fields(Node list) {
            html.tag("dl");
            for (Node item : children(list)) {
                String[] field = text(item).split(": ", 2);
                html.line();
                html.tag("dt");
                html.text(field[0]);
                html.tag("/dt");
                html.tag("dd");
                html.text(field[1]);
                html.tag("/dd");
            }
            html.line();
            html.tag("/dl");
        }
    }
}
