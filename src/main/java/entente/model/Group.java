package entente.model;

import java.util.List;

/**
 * A barrier or driver of the article, with the paragraphs that describe it.
 *
 * @param name as written within a sentence, where only proper names have a capital
 */
public record Group(String id, GroupKind kind, String name, String shortLabel, List<String> cites) {

    /** Group of overrides and ceilings, which carry no points and belong to no barrier. */
    public static final Group INTERPLAY =
            new Group("interplay", GroupKind.INTERPLAY, "rule interactions", "Rule interactions", List.of());

    /**
     * The role of a group: barrier to the alliance, driver of it, state of the relationship, or interplay between rules.
     */
    public enum GroupKind {
        BARRIER,
        DRIVER,
        STATE,
        INTERPLAY
    }

    /** The name as a heading or at the start of a sentence, with a capital. */
    public String label() {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
