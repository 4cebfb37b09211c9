package entente.service.assistant;

import entente.report.answer.AnswerText;
import entente.report.form.Answer;
import entente.report.markdown.MarkdownPage;
import java.util.List;
import java.util.Map;

/**
 * The answer of a tool before it is divided into pages.
 *
 * @param text to be quoted; its lines may be divided among pages
 * @param closing the last paragraph of every page
 * @param document the figures, as the command line writes them with {@code --format json}
 * @param list the member of the document that is divided among pages; empty for none
 */
record ToolAnswer(String text, String closing, Map<String, Object> document, String list) {

    /** With what a call changed below the title. */
    ToolAnswer changed(List<String> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        int end = text.indexOf('\n');
        int title = end < 0 ? text.length() : end;
        String below = (text.startsWith("#") ? "\n\n" : "\n") + AnswerText.changed(changes);
        return new ToolAnswer(text.substring(0, title) + below + text.substring(title), closing, document, list);
    }

    static ToolAnswer of(Answer report, String closing, String json, String list) {
        return new ToolAnswer(MarkdownPage.render(report), closing, AssistantJson.object(json), list);
    }
}
