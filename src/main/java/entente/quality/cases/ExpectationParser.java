package entente.quality.cases;

import entente.document.Fields;
import entente.document.Node.NullNode;
import entente.document.Position;
import entente.model.Band;
import entente.model.Commitment;
import entente.model.Numbers;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.model.assessment.PointBalance;
import entente.model.assessment.VerdictFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** Parses the expectations of a case. Each member yields an expectation or a problem. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class ExpectationParser {

    private static final List<String> FIELDS = List.of(
            "fired",
            "notFired",
            "undetermined",
            "overridden",
            "disabled",
            "alliancePoints",
            "partnershipPoints",
            "percent",
            "band",
            "relationship",
            "relationships",
            "commitment",
            "flags",
            "base",
            "sum",
            "ceilings",
            "final",
            "partnership");

    /** Expected points of a rule for each of the two questions. */
    static final Map<String, Function<LedgerRow, Points>> POINTS = new TreeMap<>(
            Map.of("alliancePoints", LedgerRow::alliancePoints, "partnershipPoints", LedgerRow::partnershipPoints));

    private final CaseValues values;
    private final Fields expect;
    private final Map<String, String> assigned = new HashMap<>();
    private final List<Expectation> all = new ArrayList<>();

    static List<Expectation> required(Fields entry, CaseValues values) {
        return entry.requiredObject("expect")
                .map(expect -> new ExpectationParser(values, expect).parse())
                .orElse(List.of());
    }

    private List<Expectation> parse() {
        expect.allowOnly(FIELDS);
        if (expect.members().isEmpty()) {
            expect.at().reject("EMPTY", "The case expects nothing.");
        }
        statuses();
        POINTS.forEach(this::pointsByRule);
        answers();
        points("base", PointBalance::base);
        points("sum", PointBalance::sum);
        ceilings();
        points("final", PointBalance::result);
        points("partnership", PointBalance::partnership);
        return List.copyOf(all);
    }

    private void statuses() {
        String fired = LedgerStatus.FIRED.name();
        status("fired", fired, fired::equals);
        status("notFired", "not " + fired, got -> !got.equals(fired));
        String undetermined = LedgerStatus.UNDETERMINED.name();
        status("undetermined", undetermined, undetermined::equals);
        String disabled = LedgerStatus.DISABLED.name();
        status("disabled", disabled, disabled::equals);
        byRule("overridden", (overridden, rule) -> {
            Position at = overridden.at(rule);
            Optional<String> by = overridden.text(rule).filter(id -> values.ruleExists(id, at));
            if (assignOnce(rule, "overridden", at) && by.isPresent()) {
                String expected = CaseOutcome.overridden(by.get());
                all.add(Expectation.ofStatus(at.pointer(), "overridden", rule, expected, expected::equals));
            }
        });
    }

    private void status(String member, String expected, Predicate<String> matches) {
        expect.texts(member, (rule, at) -> {
            if (assignOnce(rule, member, at)) {
                all.add(Expectation.ofStatus(at.pointer(), member, rule, expected, matches));
            }
        });
    }

    /** Whether the rule exists and has no expected status yet. */
    private boolean assignOnce(String rule, String member, Position at) {
        if (!values.ruleExists(rule, at)) {
            return false;
        }
        String before = assigned.putIfAbsent(rule, member);
        if (before != null) {
            at.reject(
                    "CONTRADICTION",
                    before.equals(member)
                            ? rule + " is listed twice in \"" + member + "\"."
                            : rule + " is already listed in \"" + before + "\".");
        }
        return before == null;
    }

    /** Passes each member of an object, which is named after a rule, to a consumer. */
    private void byRule(String member, BiConsumer<Fields, String> reader) {
        expect.object(member).ifPresent(given -> given.members().keySet().forEach(rule -> reader.accept(given, rule)));
    }

    private void pointsByRule(String member, Function<LedgerRow, Points> got) {
        byRule(member, (given, rule) -> {
            Optional<Expectation> points = points(given, rule, member, rule, got);
            if (values.ruleExists(rule, given.at(rule))) {
                points.ifPresent(all::add);
            }
        });
    }

    /** Expected points of a rule, in a field. */
    static Optional<Expectation> points(
            Fields fields, String field, String member, String rule, Function<LedgerRow, Points> got) {
        return CaseValues.points(fields, field)
                .map(CaseOutcome::points)
                .map(expected -> new Expectation(
                        fields.pointer(field),
                        member,
                        Optional.of(rule),
                        expected,
                        expected::equals,
                        outcome -> outcome.points(rule, got)));
    }

    private void answers() {
        Optional<Percent> percent = CaseValues.percent(expect, "percent");
        percent.ifPresent(p -> answer("percent", Numbers.plain(p.value()), CaseOutcome::percent));
        Optional<Band> band = word("band", Band.class, CaseOutcome::band);
        if (percent.isPresent() && band.isPresent() && percent.get().band() != band.get()) {
            expect.at("band")
                    .reject(
                            "CONTRADICTION",
                            Numbers.plain(percent.get().value()) + " % lies in "
                                    + percent.get().band() + ".");
        }
        if (expect.get("relationship").filter(NullNode.class::isInstance).isPresent()) {
            answer("relationship", CaseOutcome.NONE, CaseOutcome::relationship);
        } else {
            word("relationship", Relationship.class, CaseOutcome::relationship);
        }
        words("relationships", Relationship.class, CaseOutcome::relationships);
        word("commitment", Commitment.class, CaseOutcome::commitment);
        words("flags", VerdictFlag.class, CaseOutcome::flags);
    }

    private void answer(String member, String expected, Function<CaseOutcome, String> got) {
        all.add(new Expectation(expect.pointer(member), member, Optional.empty(), expected, expected::equals, got));
    }

    private <E extends Enum<E>> Optional<E> word(String member, Class<E> type, Function<CaseOutcome, String> got) {
        Optional<E> word = expect.text(member).flatMap(text -> CaseValues.enumConstant(text, type, expect.at(member)));
        word.ifPresent(constant -> answer(member, constant.name(), got));
        return word;
    }

    private <E extends Enum<E>> void words(String member, Class<E> type, Function<CaseOutcome, String> got) {
        if (expect.has(member)) {
            Set<E> words = new TreeSet<>();
            expect.texts(
                    member,
                    (text, at) -> CaseValues.enumConstant(text, type, at).ifPresent(words::add));
            answer(member, CaseOutcome.names(words), got);
        }
    }

    private void points(String member, Function<PointBalance, Points> got) {
        CaseValues.points(expect, member)
                .ifPresent(p -> answer(member, CaseOutcome.points(p), outcome -> outcome.balance(got)));
    }

    /** All ceilings in force, with the points they take back. */
    private void ceilings() {
        List<String> effects = new ArrayList<>();
        byRule("ceilings", (given, rule) -> {
            if (values.ruleExists(rule, given.at(rule))) {
                CaseValues.points(given, rule).ifPresent(p -> effects.add(CaseOutcome.ceiling(rule, p)));
            }
        });
        if (expect.has("ceilings")) {
            answer("ceilings", CaseOutcome.ceilings(effects), CaseOutcome::ceilings);
        }
    }
}
