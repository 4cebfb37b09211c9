package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.document.Text;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.report.form.Block.Items;
import entente.report.question.RuleLocations;
import entente.rulebook.RuleBookLocations;
import entente.rulebook.RuleBooks;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the rule that an argument names, and its locations in the files of the book. */
final class RuleLookup {

    private RuleLookup() {}

    /**
     * The rule with this id, this sentence, or the only one whose sentence contains the text; letter case and line
     * breaks are ignored.
     */
    static Rule find(String wanted, RuleBook book) {
        Optional<Rule> byId = book.find(wanted);
        if (byId.isPresent()) {
            return byId.get();
        }
        String text = normalized(wanted);
        List<Rule> exact = matching(book, claim -> claim.equals(text) || claim.equals(text + "."));
        List<Rule> matches = exact.isEmpty() && !text.isEmpty() ? matching(book, claim -> claim.contains(text)) : exact;
        if (matches.size() == 1) {
            return matches.get(0);
        }
        String name = Text.printable(wanted);
        if (matches.isEmpty()) {
            List<String> ids = book.rules().stream().map(Rule::id).toList();
            throw CliException.unknown("rule " + name, wanted, ids);
        }
        throw new CliException(
                ExitCode.USAGE,
                matches.size() + " rules contain \"" + name + "\"; name one of them by its id:"
                        + matches.stream()
                                .map(rule -> "\n  " + rule.id() + ": " + rule.claim())
                                .collect(Collectors.joining()));
    }

    private static List<Rule> matching(RuleBook book, Predicate<String> test) {
        return book.rules().stream()
                .filter(rule -> test.test(normalized(rule.claim())))
                .toList();
    }

    private static String normalized(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** File and line of the rule, and of each cut point of the indicators that it reads. */
    static Items locations(Rule rule, RuleBook book, BaseCommand command) throws Exception {
        RuleBookLocations locations = RuleBooks.locations(command.rulesFolder());
        return RuleLocations.of(
                rule,
                book.catalogue(),
                command.rulesName(),
                id -> locations.at("rule", id),
                (id, n) -> locations.at("indicator", id, "cut", n));
    }
}
