package entente.model;

import java.util.List;

/** A barrier or driver of the article, with the paragraphs that describe it. */
public record Group(String id, GroupKind kind, String label, String shortLabel, List<String> cites) {

    /** Group of overrides and ceilings, which carry no points and belong to no barrier. */
    public static final Group INTERPLAY =
            new Group("interplay", GroupKind.INTERPLAY, "Rule interactions", "Rule interactions", List.of());

    /**
     * The role of a group: barrier to the alliance, driver of it, state of the relationship, or interplay between rules.
     */
    public enum GroupKind {
        BARRIER,
        DRIVER,
        STATE,
        INTERPLAY
    }
}
