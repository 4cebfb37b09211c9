package entente.report.csv;

import entente.analysis.backtest.BacktestResult;
import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.exploration.ExplorationResult;
import entente.analysis.flip.FlipResult;
import entente.analysis.series.TimeSeries;
import entente.analysis.track.TrackRecord;
import entente.model.Described.Kind;
import entente.quality.calibration.Calibration;
import entente.report.csv.CsvTable.Column;
import entente.report.json.ContrastJson;
import entente.report.json.ExplorationJson;
import entente.report.json.FlipJson;
import entente.report.json.ResultDocument;
import entente.report.json.ResultDocuments;
import entente.report.json.SensitivityJson;
import entente.report.json.SeriesJson;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/**
 * A list in the JSON of a result as a table: each item is a row. The columns are fields of the JSON, whose types and meanings are
 * those of its schema. A column has the name of the field in snake case; what lies within an object or an outer list has the
 * name of that in front.
 *
 * @param command that writes it
 * @param rows what a row stands for
 * @param lists paths of lists, such as {@code flips/moves}; of several, a column says which a row is from
 * @param fields paths of the columns: {@code .} is the item of the row, an object stands for its fields, and a list around the
 *     item for the number of the one in which it lies, from 1, and the fields of that
 */
public record ResultTable<T>(
        ResultDocument<T> document, String command, String rows, List<String> lists, List<String> fields) {

    public static final ResultTable<FlipResult> FLIP = new ResultTable<>(
            FlipJson.DOCUMENT,
            "flip",
            "One row per set and changed reading; all changes of a set are needed. Rows with a number in `others` are"
                    + " larger changes of the readings of the set, which reach the band as well.",
            List.of("flips/moves", "flips/others/moves"),
            List.of("scenario", "supposition", "target", "percent", "flips", "flips/others", ".", "scenarioSha256"));

    public static final ResultTable<SensitivityJson> SENSITIVITY = new ResultTable<>(
            SensitivityJson.DOCUMENT,
            "sensitivity",
            "One row per reading, widest swing first.",
            List.of("readings"),
            List.of(
                    "scenario",
                    "supposition",
                    "percent",
                    ".",
                    "scenarioSha256",
                    "provenance/rules",
                    "provenance/engine"));

    public static final ResultTable<ExplorationResult> EXPLORATION = new ResultTable<>(
            ExplorationJson.DOCUMENT,
            "explore",
            "One row per possible grade of each uncertain reading, strongest first.",
            List.of("indicators/given"),
            List.of("scenario", "supposition", "indicators", ".", "exact", "scenarioSha256", "provenance"));

    public static final ResultTable<TimeSeries> SERIES = new ResultTable<>(
            SeriesJson.DOCUMENT,
            "assess --series",
            "One row per step by date, then one per alternative, most likely first.",
            List.of("steps", "alternatives"),
            List.of(".", "rules", "engine"));

    public static final ResultTable<List<ScenarioContrast>> COMPARISON = new ResultTable<>(
            ContrastJson.DOCUMENT,
            "compare",
            "One row per compared scenario and difference from the first scenario, or share of the change of the"
                    + " likelihood.",
            List.of(
                    "comparisons/becauseOfReadings/within",
                    "comparisons/becauseOfReadings/within/within",
                    "comparisons/becauseOfAssumptions/within",
                    "comparisons/readings",
                    "comparisons/assumptions",
                    "comparisons/ledger"),
            List.of(
                    "first/scenario",
                    "first/supposition",
                    "first/percent",
                    "comparisons/with/scenario",
                    "comparisons/with/asOf",
                    "comparisons/with/supposition",
                    "comparisons/with/percent",
                    "comparisons/percentagePoints",
                    "comparisons/becauseOfReadings/within/of",
                    ".",
                    "rules",
                    "engine"));

    public static final ResultTable<BacktestResult> BACKTEST = new ResultTable<>(
            ResultDocuments.BACKTEST,
            "rules backtest",
            "One row per past scenario.",
            List.of("cases"),
            List.of(".", "provenance"));

    public static final ResultTable<Calibration> CALIBRATION = new ResultTable<>(
            ResultDocuments.CALIBRATION,
            "rules calibrate",
            "One row per judged world.",
            List.of("worlds"),
            List.of(".", "provenance"));

    public static final ResultTable<TrackRecord> TRACK_RECORD = new ResultTable<>(
            ResultDocuments.TRACK_RECORD,
            "editions track-record",
            "One row per archived edition.",
            List.of("statements"),
            List.of("."));

    private static final JsonMapper JSON = new JsonMapper();

    private static final String ITEM = ".";
    private static final String LIST = "list";
    private static final String NUMBER = "#";

    /** What commands write as CSV of the results of a document. */
    public static List<CsvTable<?>> of(String document) {
        return switch (document) {
            case "assessment" -> AssessmentTable.all();
            case "explanation" -> List.of(AssessmentTable.ledgerTable());
            default ->
                Stream.of(FLIP, SENSITIVITY, EXPLORATION, SERIES, COMPARISON, BACKTEST, CALIBRATION, TRACK_RECORD)
                        .filter(table -> table.document.name().equals(document))
                        .<CsvTable<?>>map(ResultTable::table)
                        .toList();
        };
    }

    public String write(T result) {
        JsonNode json = JSON.readTree(document.line(result));
        List<Map<String, JsonNode>> found = new ArrayList<>();
        addRows("", json, Map.of("", json), found);
        return table().write(found);
    }

    /**
     * Adds the rows of a part of the JSON, in its order.
     *
     * @param around the items in which it lies, and their numbers, by the paths of their lists
     */
    private void addRows(String path, JsonNode part, Map<String, JsonNode> around, List<Map<String, JsonNode>> found) {
        for (Map.Entry<String, JsonNode> field : part.properties()) {
            String inside = joined(path, field.getKey());
            if (!leadsToRows(inside)) {
                continue;
            }
            if (field.getValue().isObject()) {
                addRows(inside, field.getValue(), around, found);
                continue;
            }
            int number = 0;
            for (JsonNode item : field.getValue()) {
                Map<String, JsonNode> row = new HashMap<>(around);
                number++;
                row.put(inside, item);
                row.put(inside + NUMBER, IntNode.valueOf(number));
                row.put(ITEM, item);
                row.put(LIST, StringNode.valueOf(inside));
                if (lists.contains(inside)) {
                    found.add(row);
                }
                addRows(inside, item, row, found);
            }
        }
    }

    private boolean leadsToRows(String path) {
        return lists.stream().anyMatch(list -> (list + "/").startsWith(path + "/"));
    }

    private static String joined(String path, String name) {
        return path.isEmpty() || name.isEmpty() ? path + name : path + "/" + name;
    }

    /** The columns and what they mean. A row has the items around it and its own, by the paths of their lists. */
    public CsvTable<Map<String, JsonNode>> table() {
        Columns columns = new Columns(JSON.readTree(document.schema()));
        if (lists.size() > 1) {
            columns.put(LIST, "", "text", "List of the JSON: " + String.join(", ", lists) + ".");
        }
        for (String field : fields) {
            if (field.equals(ITEM)) {
                lists.forEach(list -> columns.addItem(ITEM, list));
                continue;
            }
            String list = columns.listAround(field, this::leadsToRows);
            if (field.equals(list)) {
                columns.put(list + NUMBER, "", "whole number", "Number in the list `" + list + "`, from 1.");
                columns.addItem(list, list);
            } else {
                String inside = list.isEmpty() ? field : field.substring(list.length() + 1);
                columns.add(list, inside, columns.at(field), "");
            }
        }
        return new CsvTable<>(command, rows, List.copyOf(columns.all.values()));
    }

    /** Columns as a schema declares them. */
    @RequiredArgsConstructor
    private static final class Columns {

        private final JsonNode schema;

        /** By the item that has the field, and its path in there. */
        private final Map<String, Column<Map<String, JsonNode>>> all = new LinkedHashMap<>();

        /** The innermost list around a field that is on the way to rows, or the field itself if it is one; empty for none. */
        String listAround(String field, Predicate<String> leadsToRows) {
            String path = field;
            while (!path.isEmpty()
                    && !(leadsToRows.test(path) && resolved(at(path)).has("items"))) {
                path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
            }
            return path;
        }

        /** How a field is declared; a list on the way stands for its items. */
        JsonNode at(String path) {
            JsonNode found = schema;
            for (String name : path.split("/", -1)) {
                found = itemOf(found).path("properties").path(name);
            }
            return found;
        }

        private JsonNode itemOf(JsonNode declared) {
            JsonNode type = resolved(declared);
            return type.has("items") ? resolved(type.path("items")) : type;
        }

        /** Without a reference, or the choice of null. */
        private JsonNode resolved(JsonNode declared) {
            JsonNode type = declared.has("anyOf") ? declared.path("anyOf").path(0) : declared;
            return type.has("$ref") ? schema.at(type.path("$ref").asString().substring(1)) : type;
        }

        void addItem(String item, String list) {
            add(item, "", itemOf(at(list)), "");
        }

        /**
         * Adds a field, or those of an object. Lists of objects are tables of their own, and exact fractions are left to JSON,
         * as programs that read tables take some of them for numbers.
         *
         * @param item of which it is a field
         * @param path in the item
         * @param meaning if the declaration has none
         */
        void add(String item, String path, JsonNode declared, String meaning) {
            JsonNode type = resolved(declared);
            String described = declared.path("description").asString(meaning);
            JsonNode value = itemOf(type);
            String unit = value.path("unit").asString("");
            if (type.has("properties")) {
                type.path("properties")
                        .properties()
                        .forEach(field -> add(item, joined(path, field.getKey()), field.getValue(), ""));
            } else if (type.has("propertyNames")) {
                type.at("/propertyNames/enum")
                        .forEach(key ->
                                add(item, joined(path, key.asString()), type.path("additionalProperties"), described));
            } else if (!value.has("properties") && !unit.equals(Kind.FRACTION.unit())) {
                String values = value.has("enum")
                        ? value.path("enum")
                                .valueStream()
                                .map(JsonNode::asString)
                                .collect(Collectors.joining(", "))
                        : unit;
                String text = Stream.of(described, values.isEmpty() ? "" : Wording.capitalized(values) + ".")
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "));
                put(item, path, label(type), text.isEmpty() ? "Field `" + path + "` of the JSON." : text);
            }
        }

        private static String label(JsonNode type) {
            return switch (type.path("type").asString("")) {
                case "array" -> "list";
                case "number" -> "number";
                case "integer" -> "whole number";
                case "boolean" -> "true or false";
                default -> type.path("format").asString("").equals("date") ? "date" : "text";
            };
        }

        /** Two lists may have fields of one name, which are one column. */
        void put(String item, String path, String type, String meaning) {
            String list = item.equals(ITEM)
                    ? ""
                    : item.substring(item.lastIndexOf('/') + 1).replace(NUMBER, "");
            String name = joined(list, path)
                    .replace('/', '_')
                    .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                    .toLowerCase(Locale.ROOT);
            all.merge(
                    item + " " + path,
                    new Column<>(
                            name, type, meaning, row -> value(row.getOrDefault(item, MissingNode.getInstance()), path)),
                    (one, other) -> one.description().contains(meaning)
                            ? one
                            : new Column<>(name, type, one.description() + " Or: " + meaning, one.cell()));
        }

        /** A list of texts or numbers, one of them, a truth value, or nothing. */
        private static Object value(JsonNode item, String path) {
            JsonNode found = path.isEmpty() ? item : item.at("/" + path);
            return found.isArray()
                    ? found.valueStream()
                            .flatMap(value -> plain(value).stream())
                            .toList()
                    : plain(found);
        }

        private static Optional<Object> plain(JsonNode value) {
            if (value.isNumber()) {
                return Optional.of(value.doubleValue());
            }
            if (value.isBoolean()) {
                return Optional.of(value.booleanValue());
            }
            return value.isString() ? Optional.of(value.asString()) : Optional.empty();
        }
    }
}
