package entente.service.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.security.EndpointPermissions;
import entente.testkit.RunningService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each operation of the API has a tag. */
class ApiTagsIT {

    @Test
    void everyTagIsUsedAndOnlyTheDocumentIsUntagged() {
        Set<String> used = new TreeSet<>();
        Set<String> untagged = new TreeSet<>();
        for (EndpointPermissions.Permission permission :
                RunningService.shared().bean(EndpointPermissions.class).permissions()) {
            used.add(ApiTags.of(permission.pattern()));
            if (ApiTags.of(permission.pattern()).equals("Service")
                    && permission.pattern().startsWith("/api/")) {
                untagged.add(permission.pattern());
            }
        }
        assertThat(untagged).containsExactly("/api/v1/openapi.json");
        List<Object> names = ApiTags.all().stream()
                .map(tag -> ((Map<?, ?>) tag).get("name"))
                .map(Object.class::cast)
                .toList();
        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(
                        names.stream().map(String::valueOf).toList());
    }
}
