package entente.report.briefing;

import entente.model.Group;
import entente.model.Points;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.PointBalance;
import entente.model.assessment.Verdict;
import entente.report.briefing.Briefing.Judgement;
import entente.report.wording.GroupFactors;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** The key judgements: the largest factor against and for, the next ones, and how deep the partnership is. */
@RequiredArgsConstructor
final class Judgements {

    private static final int MOST_CITED = 3;

    private final Assessment assessment;

    List<Judgement> list() {
        List<Factor> against = factors(-1);
        List<Factor> with = factors(1);
        List<Judgement> judgements = new ArrayList<>();
        against.stream().findFirst().ifPresent(factor -> judgements.add(one(factor, " lowers the likelihood most")));
        with.stream().findFirst().ifPresent(factor -> judgements.add(one(factor, " raises the likelihood most")));
        next(against, " lower it further", " lowers it further")
                .or(() -> next(with, " raise it further", " raises it further"))
                .ifPresent(judgements::add);
        depth().ifPresent(judgements::add);
        return List.copyOf(judgements);
    }

    /** A group with its points, and the claim that counts most in their direction. */
    private record Factor(Group group, Points points, LedgerRow first) {}

    /** The groups whose points lower (direction −1) or raise (1) the likelihood on balance, the largest first. */
    private List<Factor> factors(int direction) {
        List<GroupFactors> sides = GroupFactors.of(assessment, direction);
        return assessment.groups().stream()
                .filter(result -> Integer.signum(result.alliancePoints().hundredths()) == direction)
                .sorted(Comparator.comparingInt(
                        result -> -Math.abs(result.alliancePoints().hundredths())))
                .map(result -> sides.stream()
                        .filter(side -> side.group().equals(result.group()))
                        .map(side -> new Factor(
                                side.group(),
                                result.alliancePoints(),
                                rows(side).get(0)))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static Judgement one(Factor factor, String effect) {
        LedgerRow first = factor.first();
        return new Judgement(
                factor.group().label() + effect,
                ", by " + points(factor) + " points. " + Wording.sentence(Wording.claim(first.rule())),
                cites(Stream.of(first)));
    }

    /** The second and third factor. */
    private static Optional<Judgement> next(List<Factor> factors, String several, String single) {
        List<Factor> next = factors.stream().skip(1).limit(2).toList();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        String names =
                next.stream().map(factor -> "“" + factor.group().label() + "”").collect(Collectors.joining(" and "));
        String points = next.stream().map(Judgements::points).collect(Collectors.joining(" and "));
        String claims = next.stream()
                .map(factor -> Wording.sentence(Wording.claim(factor.first().rule())))
                .collect(Collectors.joining(" "));
        return Optional.of(new Judgement(
                names + (next.size() > 1 ? several : single),
                ", by " + points + " points. " + claims,
                cites(next.stream().map(factor -> factor.first()))));
    }

    private Optional<Judgement> depth() {
        PointBalance balance = assessment.balance();
        Verdict verdict = assessment.verdict();
        return verdict.relationship()
                .map(relationship -> new Judgement(
                        "The expected relationship is " + Wording.word(relationship), DepthText.distance(balance), ""));
    }

    private static List<LedgerRow> rows(GroupFactors factor) {
        return Stream.concat(factor.major().stream(), factor.minor().stream()).toList();
    }

    /** Without sign: the sentence says the direction. */
    private static String points(Factor factor) {
        return Wording.points(factor.points()).substring(1);
    }

    private static String cites(Stream<LedgerRow> rows) {
        return rows.flatMap(row -> row.rule().cites().stream())
                .distinct()
                .limit(MOST_CITED)
                .map(cite -> cite.replace(' ', Wording.GLUE))
                .collect(Collectors.joining(", "));
    }
}
