package entente.upkeep;

import entente.assessment.BookMixture;
import entente.assessment.BookPart;
import entente.assessment.LargestRemainder;
import entente.assessment.Shapley;
import entente.domain.Assessment;
import entente.domain.BookDiff;
import entente.domain.BookTable;
import entente.domain.Fraction;
import entente.domain.Rule;
import entente.domain.RuleBook;
import entente.domain.Share;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Splits the shift of one scenario between two books over the rules and tables that they do not share. A rule that
 * holds in no mixture of the two changes nothing and has no share, so only the others are told apart: one by one up to
 * {@link #MOST} of them, else by the barrier that they belong to.
 */
final class ShiftSplit {

    /** With four tables beside them some 65,000 mixtures. */
    static final int MOST = 12;

    private static final List<String> ALL = List.of("all");

    private final BookMixture.Game game;
    private final Set<BookTable> tables;
    private final RuleBook first;
    private final RuleBook second;

    ShiftSplit(BookMixture.Game game, Set<BookTable> tables, RuleBook first, RuleBook second) {
        this.game = game;
        this.tables = tables;
        this.first = first;
        this.second = second;
    }

    BookDiff.Shift split(Assessment before, Assessment after) {
        boolean byGroup = game.rules().size() > MOST;
        List<BookPart> parts = new ArrayList<>(byGroup ? groups() : rules());
        tables.forEach(table -> parts.add(new BookPart(List.of(table.id()), Set.of(), EnumSet.of(table))));
        BookMixture.Mix mix = game.with(parts);
        Share likelihood = split(parts, mix::tenths);
        Share depth = split(parts, mix::depth);
        int shift = after.verdict().likelihood().tenths()
                - before.verdict().likelihood().tenths();
        if (shift != likelihood.printed()) {
            throw new IllegalStateException("mixtures of two rule books do not lead from the first to the second");
        }
        return new BookDiff.Shift(before, after, byGroup, likelihood, depth);
    }

    private List<BookPart> rules() {
        return game.rules().stream()
                .map(id -> new BookPart(List.of(id), Set.of(id), Set.of()))
                .toList();
    }

    /** By barrier, the smallest of them as one where even these are too many. */
    private List<BookPart> groups() {
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        for (String id : game.rules()) {
            groups.computeIfAbsent(group(id), group -> new TreeSet<>()).add(id);
        }
        List<BookPart> parts = new ArrayList<>();
        groups.entrySet().stream()
                .sorted(Comparator.comparingInt(group -> -group.getValue().size()))
                .forEach(group -> parts.add(new BookPart(List.of(group.getKey()), group.getValue(), Set.of())));
        while (parts.size() > MOST) {
            BookPart last = parts.remove(parts.size() - 1);
            BookPart other = parts.remove(parts.size() - 1);
            List<String> of = new ArrayList<>(other.of());
            of.addAll(last.of());
            Set<String> rules = new TreeSet<>(other.rules());
            rules.addAll(last.rules());
            parts.add(new BookPart(of, rules, Set.of()));
        }
        return parts;
    }

    private String group(String id) {
        return second.find(id).or(() -> first.find(id)).map(Rule::group).orElseThrow();
    }

    private static Share split(List<BookPart> parts, IntUnaryOperator value) {
        int difference = value.applyAsInt((1 << parts.size()) - 1) - value.applyAsInt(0);
        if (difference == 0) {
            return Share.exact(ALL, Fraction.ZERO, List.of());
        }
        List<Fraction> exact = Shapley.of(parts.size(), set -> BigInteger.valueOf(value.applyAsInt(set)));
        List<Share> shares = IntStream.range(0, parts.size())
                .mapToObj(p -> Share.exact(parts.get(p).of(), exact.get(p), List.of()))
                .toList();
        return LargestRemainder.rounded(Share.sum(ALL, shares), difference);
    }
}
