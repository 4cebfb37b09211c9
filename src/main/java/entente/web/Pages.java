package entente.web;

import entente.archive.Answer;
import entente.domain.Engine;
import entente.json.Tree;
import entente.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pages for people: what this is, and what each kind of problem means. */
@Controller
class Pages {

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    @Call(
            id = "front",
            says = "A page with links.",
            answers = @Call.Good(status = 200, says = "The page.", media = "text/html"))
    Answer front(Asked asked) {
        String body =
                "<p>How likely an alliance of China and Russia is, by rules that each cite a paragraph, with every step shown.</p>\n"
                        + "<p>Engine " + Engine.VERSION + ", rule book "
                        + HtmlPage.escaped(asked.edition().book().version()) + " (<code>"
                        + HtmlPage.escaped(asked.edition().book().sha256()) + "</code>).</p>\n"
                        + "<ul>\n"
                        + "<li><a href=\"/try\">Try the calls</a>, or read <a href=\"/api/v1/openapi.json\">what they take and answer</a> as OpenAPI.</li>\n"
                        + "<li><a href=\"/api/v1/scenarios\">Scenarios</a>, <a href=\"/api/v1/indicators\">indicators</a>, <a href=\"/api/v1/rules\">rules</a>, <a href=\"/api/v1/assessments\">kept assessments</a>.</li>\n"
                        + "<li><a href=\"/problems\">What each kind of problem means</a>.</li>\n"
                        + "</ul>\n";
        return Answers.html(HtmlPage.of("Entente", body));
    }

    @GetMapping(
            path = "/problems",
            produces = {MediaType.TEXT_HTML_VALUE, MediaType.APPLICATION_JSON_VALUE})
    @Call(
            id = "listProblems",
            says = "Every kind of problem.",
            answers = {
                @Call.Good(status = 200, says = "As JSON.", schema = "problem-types"),
                @Call.Good(status = 200, says = "As a page.", media = "text/html")
            })
    Answer problems(Asked asked) {
        List<ProblemType> types = List.of(ProblemType.values());
        if (!asked.wantsPage()) {
            return Answers.json(200, Tree.write(types.stream().map(Pages::entry).toList()));
        }
        StringBuilder rows = new StringBuilder("<ul>\n");
        types.forEach(type -> rows.append("<li>")
                .append(type.status())
                .append(" <a href=\"")
                .append(type.address())
                .append("\">")
                .append(HtmlPage.escaped(type.title()))
                .append("</a></li>\n"));
        return Answers.html(HtmlPage.of("Problems", rows + "</ul>\n"));
    }

    @GetMapping(
            path = "/problems/{slug}",
            produces = {MediaType.TEXT_HTML_VALUE, MediaType.APPLICATION_JSON_VALUE})
    @Call(
            id = "getProblem",
            says = "What one kind of problem means.",
            problems = ProblemType.NOT_FOUND,
            answers = {
                @Call.Good(status = 200, says = "As JSON.", schema = "problem-type"),
                @Call.Good(status = 200, says = "As a page.", media = "text/html")
            })
    Answer problem(Asked asked, @PathVariable String slug) {
        ProblemType type = ProblemType.of(slug).orElseThrow(Asked::nothing);
        if (!asked.wantsPage()) {
            return Answers.json(200, Tree.write(entry(type)));
        }
        return Answers.html(HtmlPage.of(
                type.title(),
                "<p>" + HtmlPage.escaped(type.explanation()) + "</p>\n<p>Status " + type.status()
                        + ". <a href=\"/problems\">Every kind of problem</a></p>\n"));
    }

    private static Map<String, Object> entry(ProblemType type) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("type", type.address());
        entry.put("title", type.title());
        entry.put("status", type.status());
        entry.put("explanation", type.explanation());
        return entry;
    }
}
