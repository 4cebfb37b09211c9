package entente.service.api;

import static entente.report.json.JsonTypes.*;

import entente.report.json.Form;
import entente.report.json.JsonType;
import entente.report.json.ResultDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The document of a page of a list. */
final class PageDocument {

    private PageDocument() {}

    /**
     * A page with the items under the name of the document.
     *
     * @param next the value of {@code after} for the next page
     */
    static <P, I> ResultDocument<P> of(
            String name,
            String title,
            String description,
            JsonType<I> item,
            Function<P, List<I>> items,
            Function<P, Optional<String>> next) {
        return new ResultDocument<>(
                name,
                title,
                description,
                Form.<P>named(name)
                        .required(name, list(item), items)
                        .optional("next", TEXT, "Value of after for the next page; absent on the last.", next));
    }
}
