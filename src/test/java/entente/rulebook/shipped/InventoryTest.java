package entente.rulebook.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.rule.InventoryItem;
import entente.testkit.Shipped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every item of the article is encoded or left out with a reason. */
class InventoryTest {

    private static final int A_REASON = 20;

    /** The article's 29 barriers, 18 drivers and 34 mechanisms. */
    private static final List<String> ITEMS = Stream.of(ids("BR", 29), ids("DR", 18), ids("M", 34))
            .flatMap(Function.identity())
            .toList();

    private static Stream<String> ids(String letters, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> "%s-%02d".formatted(letters, n));
    }

    @Test
    void inventoryListsEveryItemOnce() {
        assertThat(Shipped.BOOK.inventory())
                .filteredOn(item -> !item.review())
                .extracting(InventoryItem::id)
                .containsExactlyInAnyOrderElementsOf(ITEMS);
    }

    @Test
    void everyItemIsEncodedByARuleOrLeftOutWithAReason() {
        Set<String> encoded = Shipped.BOOK.book().rules().stream()
                .flatMap(rule -> rule.encodes().stream())
                .collect(Collectors.toSet());
        assertThat(ITEMS).containsAll(encoded);
        assertThat(Shipped.BOOK.inventory()).allSatisfy(item -> {
            assertThat(encoded.contains(item.id()))
                    .as("encoded, or else left out")
                    .isEqualTo(item.leftOut().isEmpty());
            item.leftOut().ifPresent(reason -> assertThat(reason).hasSizeGreaterThan(A_REASON));
        });
    }

    @Test
    void everyItemCitesTheArticle() {
        assertThat(Shipped.BOOK.inventory())
                .allSatisfy(item -> assertThat(item.cites()).isNotEmpty());
    }
}
