package entente.model.rule;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The text that a rule book encodes.
 *
 * @param texts what each section stands for and how much of it was read, where citations are of several texts; otherwise
 *     empty
 */
public record ArticleReference(String title, String author, int year, SortedMap<String, String> texts) {

    /** As it is cited, such as "Paszak (2019)". */
    public String cited() {
        return author + " (" + year + ")";
    }

    /** All texts in one sentence; empty for a book on one article. */
    public String allTexts() {
        return texts.isEmpty()
                ? ""
                : "A § is one text and a ¶ one sentence or heading of what was read of it: "
                        + texts.entrySet().stream().map(ArticleReference::line).collect(Collectors.joining("; "))
                        + ".";
    }

    /** The texts of these citations, such as "§4 a summary of a chapter". */
    public List<String> textsOf(List<String> citations) {
        return texts.entrySet().stream()
                .filter(text -> citations.stream().anyMatch(citation -> citation.startsWith("§" + text.getKey() + " ")))
                .map(ArticleReference::line)
                .toList();
    }

    private static String line(Map.Entry<String, String> text) {
        return "§" + text.getKey() + " " + text.getValue();
    }
}
