package entente.scenario;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scenario source backed by a map. */
public record MapScenarioSource(Map<String, String> scenarios) implements ScenarioSource {

    @Override
    public Optional<byte[]> find(String id) {
        return Optional.ofNullable(scenarios.get(id)).map(s -> s.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<String> ids() {
        return scenarios.keySet().stream().sorted().toList();
    }
}
