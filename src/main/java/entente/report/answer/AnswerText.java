package entente.report.answer;

import entente.model.Catalogue;
import entente.model.Engine;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Problem;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.model.rule.RuleBook;
import entente.report.wording.BalanceText;
import entente.report.wording.CaveatText;
import entente.report.wording.OutlookText;
import entente.report.wording.RuleText;
import entente.report.wording.SuppositionText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Answers to an assistant: verdicts, where they come from, and what is wrong with a question. */
public final class AnswerText {

    private static final int FINDINGS = 3;
    private static final int MOST_TO_FIND_OUT = 3;

    private AnswerText() {}

    /** The last paragraph of an answer with likelihoods. */
    public static String judgement(RuleBook book, String command) {
        return "Every percentage here is a judgement by the rules of rule book "
                + Wording.version(book.version(), book.sha256()).replace(Wording.GLUE, ' ')
                + ", " + VerdictSentences.IS_NOT + "; say so when quoting it.\n" + source(command);
    }

    /** The last paragraph of an answer without likelihoods. */
    public static String source(String command) {
        return "The same on the command line: " + command + " (Entente " + Engine.VERSION + ").";
    }

    /** What a call changed in the scenario or the rules, none of which the scenario itself holds. */
    public static String changed(List<String> changes) {
        return "Changed for this call: " + String.join("; ", changes) + ".";
    }

    /**
     * Which page this is, and how to get the next one.
     *
     * @param list what is divided among the pages beside the text; empty for nothing
     */
    public static String page(int page, int pages, String list) {
        return "Page " + page + " of " + pages
                + (list.isEmpty() ? "" : ", with a part of \"" + list + "\" in the structured content")
                + (page < pages ? "; the next one has \"page\": " + (page + 1) + "." : ".");
    }

    /** How many problems arguments have. */
    public static String counted(List<Problem> problems) {
        return "The arguments have " + problems.size() + (problems.size() == 1 ? " problem." : " problems.");
    }

    /** Why a call was refused, with all problems of its arguments, if it is they. */
    public static String refusal(String detail, List<Problem> problems) {
        return problems.isEmpty()
                ? detail
                : problems(detail, problems)
                        + "\nNothing was evaluated. Correct the arguments and call the tool again.";
    }

    /** @param introduction what has the problems, and how many */
    public static String problems(String introduction, List<Problem> problems) {
        List<Problem> shown = problems.subList(0, Math.min(problems.size(), Problem.MAX_REPORTED));
        String more = problems.size() > shown.size() ? "\nand " + (problems.size() - shown.size()) + " more" : "";
        return introduction + shown.stream().map(AnswerText::problem).collect(Collectors.joining()) + more;
    }

    /** The indicators that a scenario leaves open. */
    public static List<String> unknown(Scenario scenario, Catalogue catalogue) {
        return catalogue.indicators().stream()
                .map(Indicator::id)
                .filter(id -> scenario.reading(id).status() == ReadingStatus.UNKNOWN)
                .toList();
    }

    /** Begins a sentence. */
    private static String scenario(Scenario scenario) {
        return "Scenario " + quoted(scenario.title()) + " (" + scenario.id() + ")";
    }

    /** A title in quotation marks, which none within it closes: it is its author's, and nothing that the answer says. */
    public static String quoted(String title) {
        return "“" + title.replaceAll("[“”„‟\"]", "’") + "”";
    }

    /** What a valid scenario rates, and what it leaves open. */
    public static String valid(Scenario scenario, Catalogue catalogue) {
        List<String> open = unknown(scenario, catalogue);
        return scenario(scenario) + " is valid: "
                + (catalogue.indicators().size() - open.size())
                + " of " + catalogue.indicators().size() + " indicators have a reading."
                + (open.isEmpty()
                        ? ""
                        : "\nUnknown, and to stay so unless somebody rates them: " + String.join(", ", open) + ".");
    }

    private static String problem(Problem problem) {
        return "\n- " + problem.pointer() + " [" + problem.code() + "]: " + problem.detail()
                + problem.suggestion()
                        .map(meant -> " Did you mean " + meant + "?")
                        .orElse("")
                + (problem.allowed().isEmpty() ? "" : " Allowed: " + String.join("; ", problem.allowed()) + ".");
    }

    /**
     * A verdict in a few lines that can be quoted one by one: statement, confidence and strongest findings.
     *
     * @param located where a rule is defined, by its id, such as {@code rules/x.drl:12}; empty if that is not known
     */
    public static String verdict(Assessment assessment, LikelihoodScale scale, UnaryOperator<String> located) {
        List<String> lines = new ArrayList<>();
        lines.add(scenario(assessment.scenario())
                + assessment.scenario().asOf().map(date -> ", as of " + date).orElse("") + ".");
        SuppositionText.sentence(assessment).ifPresent(lines::add);
        VerdictSentences verdict = new VerdictSentences(assessment, scale);
        lines.add(verdict.statement());
        verdict.edge().ifPresent(lines::add);
        lines.add("Relationship: " + String.join(" ", VerdictSentences.relationship(assessment)));
        lines.add(VerdictSentences.confidence(assessment));
        List<LedgerRow> findings = strongest(assessment);
        lines.add(
                findings.isEmpty()
                        ? "No rule moves the likelihood."
                        : "Strongest findings, of " + fired(assessment)
                                + " rules that fired (ten points multiply the odds " + "by ten):");
        for (int i = 0; i < findings.size(); i++) {
            lines.add((i + 1) + ". " + finding(findings.get(i), located));
        }
        List<String> open = new OutlookText(assessment, scale, false).findOut(MOST_TO_FIND_OUT);
        if (!open.isEmpty()) {
            lines.add("What to find out: " + String.join("; ", open) + ".");
        }
        CaveatText.slips(assessment).forEach(lines::add);
        lines.add("Reproducible with: " + Wording.versions(assessment) + ".");
        return Wording.plain(String.join("\n", lines));
    }

    private static List<LedgerRow> strongest(Assessment assessment) {
        return LedgerRow.byCard(assessment.ledger()).stream()
                .filter(row -> row.fired() && row.alliancePoints().hundredths() != 0)
                .sorted(BalanceText.LARGEST_FIRST)
                .limit(FINDINGS)
                .toList();
    }

    private static long fired(Assessment assessment) {
        return LedgerRow.byCard(assessment.ledger()).stream()
                .filter(LedgerRow::fired)
                .count();
    }

    private static String finding(LedgerRow row, UnaryOperator<String> located) {
        String where = Optional.of(located.apply(row.rule().id()))
                .filter(place -> !place.isEmpty())
                .map(place -> ", " + place)
                .orElse("");
        String direction = row.alliancePoints().hundredths() < 0 ? "lowers" : "raises";
        return Wording.points(row.alliancePoints()) + " points, " + direction + " the likelihood: "
                + Wording.claim(row.rule()) + " [rule " + row.rule().id() + ", "
                + (row.rule().cites().isEmpty() ? "" : "article ") + RuleText.full(row.rule()) + where + "]";
    }
}
