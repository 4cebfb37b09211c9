package entente.model;

import java.util.List;

/** A barrier or driver of the article, with the paragraphs that argue it. */
public record Group(String id, GroupKind kind, String label, List<String> cites) {

    /** Rules over findings (overrides and ceilings) carry no points and belong to no barrier. */
    public static final Group INTERPLAY =
            new Group("interplay", GroupKind.INTERPLAY, "Where barriers bend each other", List.of());
}
