package entente.sidebyside;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The results as Markdown: one row for each engine, one column for each rule base. */
final class Table {

    /** Rates by rule base, engine and round. */
    private final Map<String, Map<String, List<Double>>> results = new LinkedHashMap<>();

    void add(String base, Map<String, List<Double>> rates) {
        results.put(base, rates);
    }

    String text(int rounds) {
        List<String> bases = List.copyOf(results.keySet());
        String smallest = bases.get(1);
        return "\nEvaluations in the same processor time, as a ratio to " + Candidates.BASELINE
                + ": median (least–most) of " + rounds + " rounds\n\n"
                + table("rules", bases, this::ratio)
                + "\nProcessor time of one evaluation, as a ratio to that of the same engine with " + smallest
                + " rules\n\n"
                + table("rules", bases.subList(2, bases.size()), (base, engine) -> growth(smallest, base, engine));
    }

    private interface Cell {
        String text(String base, String engine);
    }

    private String table(String corner, List<String> bases, Cell cell) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(corner, bases));
        rows.add(row("---", bases.stream().map(base -> "--:").toList()));
        for (String engine : results.values().iterator().next().keySet()) {
            rows.add(row(
                    engine, bases.stream().map(base -> cell.text(base, engine)).toList()));
        }
        return rows.stream()
                .map(row -> row.stream().collect(Collectors.joining(" | ", "| ", " |\n")))
                .collect(Collectors.joining());
    }

    private static List<String> row(String first, List<String> others) {
        List<String> row = new ArrayList<>(List.of(first));
        row.addAll(others);
        return row;
    }

    private String ratio(String base, String engine) {
        if (engine.equals(Candidates.BASELINE)) {
            return "1";
        }
        List<Double> baseline = results.get(base).get(Candidates.BASELINE);
        List<Double> rates = results.get(base).get(engine);
        List<Double> ratios = IntStream.range(0, rates.size())
                .mapToObj(round -> rates.get(round) / baseline.get(round))
                .sorted()
                .toList();
        return number(median(ratios)) + " (" + number(ratios.get(0)) + "–" + number(ratios.get(ratios.size() - 1))
                + ")";
    }

    private String growth(String smallest, String base, String engine) {
        return number(median(results.get(smallest).get(engine))
                / median(results.get(base).get(engine)));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** Two significant digits. */
    private static String number(double value) {
        int decimals = Math.max(0, 1 - (int) Math.floor(Math.log10(value)));
        double unit = Math.pow(10, 1 - Math.floor(Math.log10(value)));
        return String.format(Locale.ROOT, "%,." + decimals + "f", Math.round(value * unit) / unit);
    }
}
