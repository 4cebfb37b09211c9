package entente.service.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.security.EndpointPermissions;
import entente.testkit.RunningService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A call of the API stands under a heading of its own kind. */
class ApiTagsIT {

    @Test
    void everyHeadingHasItsCallsAndOnlyTheDocumentIsLeftOver() {
        Set<String> headings = new TreeSet<>();
        Set<String> leftOver = new TreeSet<>();
        for (EndpointPermissions.Permission line :
                RunningService.shared().bean(EndpointPermissions.class).permissions()) {
            headings.add(ApiTags.of(line.pattern()));
            if (ApiTags.of(line.pattern()).equals("Service") && line.pattern().startsWith("/api/")) {
                leftOver.add(line.pattern());
            }
        }
        assertThat(leftOver).containsExactly("/api/v1/openapi.json");
        List<Object> names = ApiTags.all().stream()
                .map(tag -> ((Map<?, ?>) tag).get("name"))
                .map(Object.class::cast)
                .toList();
        assertThat(headings)
                .containsExactlyInAnyOrderElementsOf(
                        names.stream().map(String::valueOf).toList());
    }
}
