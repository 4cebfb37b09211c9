package entente.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All groups and indicators, in the order of the article. Results use this order; it is part of the rule book.
 *
 * @param subject the two powers, in the words of reports
 */
public record Catalogue(List<Group> groups, List<Indicator> indicators, Subject subject) {

    public static final Catalogue EMPTY = new Catalogue(List.of(), List.of(), Subject.UNNAMED);

    public Indicator indicator(String id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no indicator " + id));
    }

    public Optional<Indicator> find(String id) {
        return indicators.stream().filter(i -> i.id().equals(id)).findFirst();
    }

    /** The ids of indicators, then those of groups. */
    public List<String> ids() {
        return Stream.concat(
                        indicators.stream().map(Indicator::id), groups.stream().map(Group::id))
                .toList();
    }

    /** This catalogue followed by the groups and indicators that only the other one has. */
    public Catalogue with(Catalogue other) {
        List<String> ids = groups.stream().map(Group::id).toList();
        Stream<Group> added = other.groups.stream().filter(group -> !ids.contains(group.id()));
        Stream<Indicator> more = other.indicators.stream()
                .filter(indicator -> find(indicator.id()).isEmpty());
        return new Catalogue(
                Stream.concat(groups.stream(), added).toList(),
                Stream.concat(indicators.stream(), more).toList(),
                subject);
    }

    /** The indicator whose value is the state of commitment. */
    public Optional<Indicator> commitment() {
        return indicators.stream().filter(Indicator::commitment).findFirst();
    }

    /**
     * Ids of the indicators that an id selects: the indicator itself or those of the group; empty for an unknown id.
     */
    public List<String> indicatorIds(String id) {
        return indicators.stream()
                .filter(i -> i.id().equals(id) || i.group().equals(id))
                .map(Indicator::id)
                .toList();
    }

    public Group group(String id) {
        return allGroups().stream()
                .filter(g -> g.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no group " + id));
    }

    /** The groups and, after them, the interplay of barriers. */
    public List<Group> allGroups() {
        return Stream.concat(groups.stream(), Stream.of(Group.INTERPLAY)).toList();
    }

    public List<Indicator> indicatorsOf(Group group) {
        return indicators.stream().filter(i -> i.group().equals(group.id())).toList();
    }

    /** Index of each indicator in the catalogue, from 0. */
    public Map<String, Integer> positions() {
        Map<String, Integer> positions = new LinkedHashMap<>();
        indicators.forEach(i -> positions.put(i.id(), positions.size()));
        return positions;
    }
}
