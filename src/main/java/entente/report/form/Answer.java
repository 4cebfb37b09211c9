package entente.report.form;

import java.util.Map;

/** An answer in no medium yet: a report, or a template of Markdown with its values. */
public sealed interface Answer permits Report, Answer.Template {

    /**
     * @param name the template in {@code src/main/answers}
     * @param values its parameters by name
     * @param hint for the commands that it proposes
     */
    record Template(String name, Map<String, Object> values, Hint hint) implements Answer {}

    static Answer of(String name, Map<String, Object> values) {
        return new Template(name, Map.copyOf(values), Hint.GENERIC);
    }
}
