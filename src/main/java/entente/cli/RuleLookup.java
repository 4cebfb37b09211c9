package entente.cli;

import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Indicator.CutPoint;
import entente.model.Question;
import entente.model.RuleCondition;
import entente.model.rule.Rule;
import entente.model.rule.Rule.Weight;
import entente.model.rule.RuleBook;
import entente.report.wording.Wording;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBookLocations;
import entente.rulebook.RuleBooks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the rule that an argument names, and its locations in the files of the book. */
public final class RuleLookup {

    private RuleLookup() {}

    /**
     * The first rule of the card with this id, which a step can have too, this sentence, or the only one whose sentence
     * contains the text; letter case and line breaks are ignored.
     */
    public static Rule find(String wanted, RuleBook book) {
        Optional<Rule> byId = book.find(wanted);
        if (byId.isPresent()) {
            return book.steps(byId.get().cardId()).get(0);
        }
        String text = normalized(wanted);
        List<Rule> exact = matching(book, claim -> claim.equals(text) || claim.equals(text + "."));
        List<Rule> matches = exact.isEmpty() && !text.isEmpty() ? matching(book, claim -> claim.contains(text)) : exact;
        if (matches.size() == 1) {
            return matches.get(0);
        }
        String name = Text.printable(wanted);
        List<Rule> ofGroup = book.cards().stream()
                .filter(rule -> rule.group().equals(wanted))
                .toList();
        if (matches.isEmpty() && !ofGroup.isEmpty()) {
            throw severalRules(name + " is a group of " + ofGroup.size() + " rules", ofGroup);
        }
        if (matches.isEmpty()) {
            String meant = Suggestion.sentence(
                    wanted, book.cards().stream().map(Rule::id).toList());
            throw CliException.usage(
                    "there is no rule \"" + name + "\"" + (meant.isEmpty() ? "; rules list names them." : "." + meant));
        }
        throw severalRules(matches.size() + " rules contain \"" + name + "\"", matches);
    }

    private static CliException severalRules(String problem, List<Rule> rules) {
        return CliException.usage(problem + "; name one of them by its id:"
                + rules.stream()
                        .map(rule -> "\n  " + rule.id() + ": " + rule.claim())
                        .collect(Collectors.joining()));
    }

    private static List<Rule> matching(RuleBook book, Predicate<String> test) {
        return book.cards().stream()
                .filter(rule -> test.test(normalized(rule.claim())))
                .toList();
    }

    private static String normalized(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** What the sections that a rule cites stand for, where the book cites several texts, and where it is defined. */
    public static Map<String, List<String>> origin(Rule rule, LoadedRuleBook book, Path folder, String name)
            throws RuleBookException {
        List<String> texts = book.about().article().textsOf(rule.cites());
        Map<String, List<String>> origin = new LinkedHashMap<>();
        origin.put("Texts cited, as far as read", texts);
        origin.put("Defined at", locations(rule, book.book(), folder, name));
        return origin;
    }

    /**
     * File and line of the rule, of its weights and its ceiling, and of each cut point of the indicators that it reads.
     *
     * @param name of the folder of the rule book, as messages name it
     */
    private static List<String> locations(Rule rule, RuleBook book, Path folder, String name) throws RuleBookException {
        RuleBookLocations locations = RuleBooks.locations(folder);
        List<String> lines =
                new ArrayList<>(List.of(locations.at("rule", rule.id()).within(name) + ": " + rule.id()));
        for (Question question : Question.values()) {
            book.steps(rule.cardId()).stream()
                    .flatMap(step -> step.weight(question).map(Weight::strength).stream())
                    .forEach(strength ->
                            lines.add(locations.at("weight", question, strength).within(name) + ": "
                                    + Wording.word(strength) + " on the " + Wording.word(question)));
        }
        rule.ceiling()
                .ifPresent(
                        ceiling -> lines.add(locations.at("ceiling", ceiling).within(name) + ": ceiling " + ceiling));
        rule.conditions().stream().map(RuleCondition::indicator).distinct().forEach(id -> {
            List<CutPoint> cuts = book.catalogue().indicator(id).cutPoints();
            for (int n = 0; n < cuts.size(); n++) {
                CutPoint cut = cuts.get(n);
                lines.add(locations.at("indicator", id, "cut", n).within(name) + ": " + id + " "
                        + Wording.word(cut.grade()) + " from " + Wording.figure(cut.from()));
            }
        });
        return lines;
    }
}
