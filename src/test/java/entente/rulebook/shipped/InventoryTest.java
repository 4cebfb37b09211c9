package entente.rulebook.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.rule.InventoryItem;
import entente.testkit.Shipped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every item of the article is encoded or left out with a reason. */
class InventoryTest {

    private static final int A_REASON = 20;

    /** Barriers, drivers and mechanisms, each numbered without a gap. */
    @Test
    void inventoryListsEveryItemOnce() {
        List<String> ids = Shipped.BOOK.inventory().stream()
                .filter(item -> !item.review())
                .map(InventoryItem::id)
                .toList();
        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(Stream.of("BR", "DR", "M")
                        .flatMap(letters -> IntStream.rangeClosed(1, (int) ids.stream()
                                        .filter(id -> id.startsWith(letters + "-"))
                                        .count())
                                .mapToObj(n -> "%s-%02d".formatted(letters, n)))
                        .toList());
    }

    @Test
    void everyItemIsEncodedByARuleOrLeftOutWithAReason() {
        Set<String> encoded = Shipped.BOOK.book().rules().stream()
                .flatMap(rule -> rule.encodes().stream())
                .collect(Collectors.toSet());
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
