package entente.report.form;

import java.util.Map;

/**
 * An answer in no medium yet: a template of Markdown with its values.
 *
 * @param name the template in {@code src/main/answers}
 * @param values its parameters by name
 * @param hint for the commands that it proposes
 */
public record Answer(String name, Map<String, Object> values, Hint hint) {

    public static Answer of(String name, Map<String, Object> values) {
        return new Answer(name, Map.copyOf(values), Hint.GENERIC);
    }
}
