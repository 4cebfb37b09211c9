package entente.quality.cases;

import entente.document.Fields;
import entente.document.Node.NullNode;
import entente.document.ProblemCollector;
import entente.document.SourceLocation;
import entente.model.Band;
import entente.model.Commitment;
import entente.model.Numbers;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Relationship;
import entente.model.assessment.LedgerStatus;
import entente.model.assessment.VerdictFlag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Parses the expectations of a case. Each member yields an expectation or a problem. */
record ExpectationParser(CaseValues values, ProblemCollector problems) {

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

    List<Expectation> parse(Fields expect) {
        expect.allowOnly(FIELDS);
        if (expect.members().isEmpty()) {
            problems.add(expect.pointer(), expect.location(), "EMPTY", "The case expects nothing.");
        }
        List<Expectation> all = new ArrayList<>();
        Map<String, String> assigned = new LinkedHashMap<>();
        statuses(expect, assigned, all);
        POINTS.forEach((member, got) -> byRule(expect, member, got, all));
        answer(expect, all);
        points(expect, "base", CaseOutcome::base, all);
        points(expect, "sum", CaseOutcome::sum, all);
        ceilings(expect, all);
        points(expect, "final", CaseOutcome::result, all);
        points(expect, "partnership", CaseOutcome::partnership, all);
        return List.copyOf(all);
    }

    private void statuses(Fields expect, Map<String, String> assigned, List<Expectation> all) {
        status(expect, "fired", LedgerStatus.FIRED, assigned, all);
        expect.texts("notFired", (rule, at, location) -> {
            if (assignOnce(rule, "notFired", assigned, at, location)) {
                all.add(Expectation.ofRule(at, "notFired", rule, "", outcome -> outcome.status(rule))
                        .with("not " + LedgerStatus.FIRED, got -> !got.equals(LedgerStatus.FIRED.name())));
            }
        });
        status(expect, "undetermined", LedgerStatus.UNDETERMINED, assigned, all);
        status(expect, "disabled", LedgerStatus.DISABLED, assigned, all);
        expect.object("overridden")
                .ifPresent(overridden -> overridden.members().forEach((rule, node) -> {
                    String at = overridden.pointer(rule);
                    Optional<String> by =
                            Fields.text(node, at, problems).filter(id -> values.ruleExists(id, at, node.location()));
                    if (assignOnce(rule, "overridden", assigned, at, node.location()) && by.isPresent()) {
                        all.add(Expectation.ofRule(
                                at,
                                "overridden",
                                rule,
                                CaseOutcome.overridden(by.get()),
                                outcome -> outcome.status(rule)));
                    }
                }));
    }

    private void status(
            Fields expect, String member, LedgerStatus status, Map<String, String> assigned, List<Expectation> all) {
        expect.texts(member, (rule, at, location) -> {
            if (assignOnce(rule, member, assigned, at, location)) {
                all.add(Expectation.ofRule(at, member, rule, status.name(), outcome -> outcome.status(rule)));
            }
        });
    }

    /** Whether the rule exists and has no expected status yet. */
    private boolean assignOnce(
            String rule, String member, Map<String, String> assigned, String pointer, SourceLocation location) {
        if (!values.ruleExists(rule, pointer, location)) {
            return false;
        }
        String before = assigned.putIfAbsent(rule, member);
        if (before != null) {
            problems.add(
                    pointer,
                    location,
                    "CONTRADICTION",
                    before.equals(member)
                            ? rule + " is listed twice in \"" + member + "\"."
                            : rule + " is already listed in \"" + before + "\".");
            return false;
        }
        return true;
    }

    private void byRule(
            Fields expect, String member, BiFunction<CaseOutcome, String, String> got, List<Expectation> all) {
        expect.object(member)
                .ifPresent(given -> given.members().forEach((rule, node) -> {
                    String at = given.pointer(rule);
                    Optional<Points> points = values.points(node, at);
                    if (values.ruleExists(rule, at, node.location()) && points.isPresent()) {
                        all.add(Expectation.ofRule(
                                at,
                                member,
                                rule,
                                CaseOutcome.points(points.get()),
                                outcome -> got.apply(outcome, rule)));
                    }
                }));
    }

    private void answer(Fields expect, List<Expectation> all) {
        Optional<Percent> percent =
                expect.get("percent").flatMap(node -> values.percent(node, expect.pointer("percent")));
        Optional<Band> band = word(expect, "band", Band.class);
        percent.ifPresent(p -> all.add(answer(expect, "percent", Numbers.plain(p.value()), CaseOutcome::percent)));
        band.ifPresent(b -> all.add(answer(expect, "band", b.name(), CaseOutcome::band)));
        if (percent.isPresent() && band.isPresent() && percent.get().band() != band.get()) {
            problems.add(
                    expect.pointer("band"),
                    expect.location("band"),
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

    private <E extends Enum<E>> Optional<E> word(Fields expect, String member, Class<E> type) {
        return expect.text(member)
                .flatMap(text -> values.enumConstant(text, type, expect.pointer(member), expect.location(member)));
    }

    private <E extends Enum<E>> void words(
            Fields expect, String member, Class<E> type, Function<CaseOutcome, String> got, List<Expectation> all) {
        if (!expect.has(member)) {
            return;
        }
        List<E> words = new ArrayList<>();
        expect.texts(
                member,
                (text, at, location) ->
                        values.enumConstant(text, type, at, location).ifPresent(words::add));
        all.add(answer(
                expect,
                member,
                CaseOutcome.names(words.stream().sorted().distinct().toList()),
                got));
    }

    private void points(Fields expect, String member, Function<CaseOutcome, String> got, List<Expectation> all) {
        points(expect, member).ifPresent(p -> all.add(answer(expect, member, CaseOutcome.points(p), got)));
    }

    /** All ceilings in force, with the points they take back. */
    private void ceilings(Fields expect, List<Expectation> all) {
        expect.object("ceilings").ifPresent(given -> {
            List<String> effects = new ArrayList<>();
            given.members().forEach((rule, node) -> {
                String at = given.pointer(rule);
                if (values.ruleExists(rule, at, node.location())) {
                    values.points(node, at).ifPresent(p -> effects.add(CaseOutcome.ceiling(rule, p)));
                }
            });
            all.add(answer(expect, "ceilings", CaseOutcome.ceilings(effects), CaseOutcome::ceilings));
        });
    }

    /** Points with the printed precision. */
    Optional<Points> points(Fields fields, String member) {
        return fields.get(member).flatMap(node -> values.points(node, fields.pointer(member)));
    }
}
