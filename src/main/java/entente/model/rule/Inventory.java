package entente.model.rule;

import entente.model.RuleCondition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What a rule book says of the article that it encodes; no verdict needs it. */
public record Inventory(ArticleReference article, List<InventoryItem> items, List<KeyAssumption> keyAssumptions) {

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
                            + texts.entrySet().stream()
                                    .map(ArticleReference::line)
                                    .collect(Collectors.joining("; "))
                            + ".";
        }

        /** The texts of these citations, such as "§4 a summary of a chapter". */
        public List<String> textsOf(List<String> citations) {
            return texts.entrySet().stream()
                    .filter(text ->
                            citations.stream().anyMatch(citation -> citation.startsWith("§" + text.getKey() + " ")))
                    .map(ArticleReference::line)
                    .toList();
        }

        private static String line(Map.Entry<String, String> text) {
            return "§" + text.getKey() + " " + text.getValue();
        }
    }

    /**
     * A barrier, driver or mechanism of the article that a rule must encode unless it is left out with a reason.
     *
     * @param kind barrier, driver or mechanism, or {@value #REVIEW}: a point of a review of the rules, with its answer
     * @param leftOut why no rule encodes it; of a review, what was done
     * @param partly what part of it no rule encodes, and why
     */
    public record InventoryItem(
            String id,
            String kind,
            String words,
            List<String> cites,
            Optional<String> leftOut,
            Optional<String> partly) {

        public static final String REVIEW = "review";

        public boolean review() {
            return kind.equals(REVIEW);
        }
    }

    /**
     * An assumption on which the argument of the article rests.
     *
     * @param indicator id of the indicator whose reading supports it
     * @param holds what that reading must be for the assumption to hold; empty where no reading contradicts it
     */
    public record KeyAssumption(String words, List<String> cites, String indicator, Optional<RuleCondition> holds) {}
}
