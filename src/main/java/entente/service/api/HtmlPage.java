package entente.service.api;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Renders the templates in {@code src/main/jte/service}, which escape what they are given. */
final class HtmlPage {

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);

    private HtmlPage() {}

    /**
     * @param template its name
     * @param shown its only parameter
     */
    static String of(String template, Object shown) {
        StringOutput page = new StringOutput();
        TEMPLATES.render("service/" + template + ".jte", shown, page);
        return page.toString();
    }
}
