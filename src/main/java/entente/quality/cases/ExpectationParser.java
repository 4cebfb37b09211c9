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
import entente.model.assessment.LedgerStatus;
import entente.model.assessment.PointBalance;
import entente.model.assessment.VerdictFlag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Parses the expectations of a case. Each member yields an expectation or a problem. */
record ExpectationParser(CaseValues values) {

    static final List<String> FIELDS = List.of(
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
    static final Map<String, BiFunction<CaseOutcome, String, String>> POINTS = new TreeMap<>(
            Map.of("alliancePoints", CaseOutcome::alliancePoints, "partnershipPoints", CaseOutcome::partnershipPoints));

    /** The expectations of a case, which are required. */
    List<Expectation> required(Fields entry) {
        return entry.requiredObject("expect").map(this::parse).orElse(List.of());
    }

    private List<Expectation> parse(Fields expect) {
        expect.allowOnly(FIELDS);
        if (expect.members().isEmpty()) {
            expect.at().reject("EMPTY", "The case expects nothing.");
        }
        List<Expectation> all = new ArrayList<>();
        Map<String, String> assigned = new LinkedHashMap<>();
        statuses(expect, assigned, all);
        POINTS.forEach((member, got) -> pointsByRule(expect, member, got, all));
        answer(expect, all);
        points(expect, "base", PointBalance::base, all);
        points(expect, "sum", PointBalance::sum, all);
        ceilings(expect, all);
        points(expect, "final", PointBalance::result, all);
        points(expect, "partnership", PointBalance::partnership, all);
        return List.copyOf(all);
    }

    private void statuses(Fields expect, Map<String, String> assigned, List<Expectation> all) {
        status(expect, "fired", LedgerStatus.FIRED, assigned, all);
        expect.texts("notFired", (rule, at) -> {
            if (assignOnce(rule, "notFired", assigned, at)) {
                all.add(Expectation.ofRule(at.pointer(), "notFired", rule, "", outcome -> outcome.status(rule))
                        .with("not " + LedgerStatus.FIRED, got -> !got.equals(LedgerStatus.FIRED.name())));
            }
        });
        status(expect, "undetermined", LedgerStatus.UNDETERMINED, assigned, all);
        status(expect, "disabled", LedgerStatus.DISABLED, assigned, all);
        byRule(expect, "overridden", (overridden, rule) -> {
            Position at = overridden.at(rule);
            Optional<String> by = overridden.text(rule).filter(id -> values.ruleExists(id, at));
            if (assignOnce(rule, "overridden", assigned, at) && by.isPresent()) {
                all.add(Expectation.ofRule(
                        at.pointer(),
                        "overridden",
                        rule,
                        CaseOutcome.overridden(by.get()),
                        outcome -> outcome.status(rule)));
            }
        });
    }

    private void status(
            Fields expect, String member, LedgerStatus status, Map<String, String> assigned, List<Expectation> all) {
        expect.texts(member, (rule, at) -> {
            if (assignOnce(rule, member, assigned, at)) {
                all.add(Expectation.ofRule(at.pointer(), member, rule, status.name(), outcome -> outcome.status(rule)));
            }
        });
    }

    /** Whether the rule exists and has no expected status yet. */
    private boolean assignOnce(String rule, String member, Map<String, String> assigned, Position at) {
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
    private static void byRule(Fields expect, String member, BiConsumer<Fields, String> reader) {
        expect.object(member).ifPresent(given -> given.members().keySet().forEach(rule -> reader.accept(given, rule)));
    }

    private void pointsByRule(
            Fields expect, String member, BiFunction<CaseOutcome, String, String> got, List<Expectation> all) {
        byRule(expect, member, (given, rule) -> {
            Optional<Points> points = CaseValues.points(given, rule);
            if (values.ruleExists(rule, given.at(rule)) && points.isPresent()) {
                all.add(Expectation.ofRule(
                        given.pointer(rule),
                        member,
                        rule,
                        CaseOutcome.points(points.get()),
                        outcome -> got.apply(outcome, rule)));
            }
        });
    }

    private static void answer(Fields expect, List<Expectation> all) {
        Optional<Percent> percent = CaseValues.percent(expect, "percent");
        Optional<Band> band = word(expect, "band", Band.class);
        percent.ifPresent(p -> all.add(answer(expect, "percent", Numbers.plain(p.value()), CaseOutcome::percent)));
        band.ifPresent(b -> all.add(answer(expect, "band", b.name(), CaseOutcome::band)));
        if (percent.isPresent() && band.isPresent() && percent.get().band() != band.get()) {
            expect.at("band")
                    .reject(
                            "CONTRADICTION",
                            Numbers.plain(percent.get().value()) + " % lies in "
                                    + percent.get().band() + ".");
        }
        if (expect.get("relationship").filter(NullNode.class::isInstance).isPresent()) {
            all.add(answer(expect, "relationship", "none", CaseOutcome::relationship));
        } else {
            word(expect, "relationship", Relationship.class)
                    .ifPresent(r -> all.add(answer(expect, "relationship", r.name(), CaseOutcome::relationship)));
        }
        words(expect, "relationships", Relationship.class, CaseOutcome::relationships, all);
        word(expect, "commitment", Commitment.class)
                .ifPresent(c -> all.add(answer(expect, "commitment", c.name(), CaseOutcome::commitment)));
        words(expect, "flags", VerdictFlag.class, CaseOutcome::flags, all);
    }

    private static Expectation answer(
            Fields expect, String member, String expected, Function<CaseOutcome, String> got) {
        return Expectation.ofAnswer(expect.pointer(member), member, expected, got);
    }

    private static <E extends Enum<E>> Optional<E> word(Fields expect, String member, Class<E> type) {
        return expect.text(member).flatMap(text -> CaseValues.enumConstant(text, type, expect.at(member)));
    }

    private static <E extends Enum<E>> void words(
            Fields expect, String member, Class<E> type, Function<CaseOutcome, String> got, List<Expectation> all) {
        if (!expect.has(member)) {
            return;
        }
        List<E> words = new ArrayList<>();
        expect.texts(
                member, (text, at) -> CaseValues.enumConstant(text, type, at).ifPresent(words::add));
        all.add(answer(
                expect,
                member,
                CaseOutcome.names(words.stream().sorted().distinct().toList()),
                got));
    }

    private static void points(
            Fields expect, String member, Function<PointBalance, Points> got, List<Expectation> all) {
        CaseValues.points(expect, member)
                .ifPresent(
                        p -> all.add(answer(expect, member, CaseOutcome.points(p), outcome -> outcome.balance(got))));
    }

    /** All ceilings in force, with the points they take back. */
    private void ceilings(Fields expect, List<Expectation> all) {
        List<String> effects = new ArrayList<>();
        byRule(expect, "ceilings", (given, rule) -> {
            if (values.ruleExists(rule, given.at(rule))) {
                CaseValues.points(given, rule).ifPresent(p -> effects.add(CaseOutcome.ceiling(rule, p)));
            }
        });
        if (expect.has("ceilings")) {
            all.add(answer(expect, "ceilings", CaseOutcome.ceilings(effects), CaseOutcome::ceilings));
        }
    }
}
