package entente.quality.mutation;

import entente.document.Node;
import entente.document.Node.ListNode;
import entente.document.Node.NumberNode;
import entente.document.Node.ObjectNode;
import entente.model.Indicator;
import entente.model.rule.RuleBook;
import entente.quality.mutation.MutationRun.Mutant;
import entente.quality.mutation.MutationRun.Operator;
import entente.rulebook.RewrittenRuleBook;
import entente.testkit.Shipped;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Changes of every number in {@code weights.yaml} and every cut point in {@code indicators.yaml}, in the text. */
final class FigureMutants {

    /**
     * The change of a number, by the first pattern that its path matches; others, such as a version, are not changed.
     */
    private record Step(String path, Operator operator, Function<BigDecimal, BigDecimal> size) {}

    private static final List<Step> STEPS = List.of(
            new Step("weights/\\w+/\\w+/points", Operator.POINTS, points -> points.movePointLeft(1)),
            new Step("ceilings/\\w+/(kneePercent|limitPercent)", Operator.CEILING_FIGURE, by("1")),
            new Step("ceilings/\\w+/share", Operator.CEILING_FIGURE, by("0.05")),
            new Step("relationship/.*", Operator.STATE, by("0.5")),
            new Step("referenceClasses/classes/[\\w-]+/percent", Operator.BASE_RATE, by("1")));

    private final List<Mutant> mutants = new ArrayList<>();

    private FigureMutants() {}

    private static Function<BigDecimal, BigDecimal> by(String step) {
        return number -> new BigDecimal(step);
    }

    static List<Mutant> of(RuleBook shipped) throws IOException {
        FigureMutants all = new FigureMutants();
        String weights = Files.readString(Shipped.RULES.resolve("weights.yaml"));
        all.weights(RewrittenRuleBook.tree(weights), "", weights, text -> RewrittenRuleBook.weights(shipped, text));
        all.cuts(shipped, Files.readString(Shipped.RULES.resolve("indicators.yaml")));
        return all.mutants;
    }

    private void weights(Node node, String path, String text, Function<String, Optional<RuleBook>> read) {
        if (node instanceof ObjectNode object) {
            object.members()
                    .forEach((name, member) -> weights(member, path.isEmpty() ? name : path + "/" + name, text, read));
        } else if (node instanceof NumberNode number) {
            STEPS.stream().filter(step -> path.matches(step.path())).findFirst().ifPresent(step -> {
                String name = path.replace('/', ' ');
                move(step.operator(), name, name, number, step.size().apply(new BigDecimal(number.raw())), text, read);
            });
        }
    }

    /** An ordinal without cut points is graded by its anchors, so there is no number to change. */
    private void cuts(RuleBook book, String text) {
        List<Node> items = ((ListNode) member(RewrittenRuleBook.tree(text), "indicators")).items();
        for (int i = 0; i < items.size(); i++) {
            Indicator indicator = book.catalogue().indicators().get(i);
            Map<String, Node> written = ((ObjectNode) items.get(i)).members();
            if (!written.containsKey("cutPoints")) {
                continue;
            }
            List<Node> cuts = ((ListNode) written.get("cutPoints")).items();
            int digits = cuts.stream()
                    .mapToInt(c -> new BigDecimal(from(c).raw()).scale())
                    .max()
                    .orElse(0);
            for (int c = 0; c < cuts.size(); c++) {
                String what =
                        indicator.id() + ": " + indicator.cutPoints().get(c).grade() + " from";
                move(
                        Operator.CUT,
                        what,
                        indicator.id(),
                        from(cuts.get(c)),
                        BigDecimal.ONE.movePointLeft(digits),
                        text,
                        yaml -> RewrittenRuleBook.catalogue(book, yaml));
            }
        }
    }

    private static NumberNode from(Node cut) {
        return (NumberNode) member(cut, "from");
    }

    private static Node member(Node node, String name) {
        return ((ObjectNode) node).members().get(name);
    }

    private void move(
            Operator operator,
            String what,
            String subject,
            NumberNode number,
            BigDecimal size,
            String text,
            Function<String, Optional<RuleBook>> read) {
        BigDecimal here = new BigDecimal(number.raw());
        for (BigDecimal there : List.of(here.subtract(size), here.add(size))) {
            String moved = there.stripTrailingZeros().toPlainString();
            mutants.add(new Mutant(
                    operator,
                    what + " " + number.raw() + " → " + moved,
                    subject,
                    () -> read.apply(replace(text, number, moved))));
        }
    }

    /** The text with the number replaced. */
    private static String replace(String text, NumberNode number, String moved) {
        int at = 0;
        for (int line = 1; line < number.location().line(); line++) {
            at = text.indexOf('\n', at) + 1;
        }
        at += number.location().column() - 1;
        if (!text.startsWith(number.raw(), at)) {
            throw new IllegalStateException(number + " does not stand where it was read");
        }
        return text.substring(0, at) + moved + text.substring(at + number.raw().length());
    }
}
