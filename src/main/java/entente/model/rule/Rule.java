package entente.model.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Grade;
import entente.model.Question;
import entente.model.RuleCondition;
import entente.model.Strength;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import lombok.With;

/** One rule of the book with its annotations: a card, or one of the steps of a card whose weights grow with the grade. */
@JsonPropertyOrder({"id", "kind"})
@With
public record Rule(
        @Described(kind = Kind.ID) String id,

        @Described(
                value =
                        "The card of which the rule is a step, and the id of its first step; absent for a rule that is a card.",
                kind = Kind.ID)
        Optional<String> card,

        @Described("The grade with which the step begins. Its weights are the whole ones from there on.")
        Optional<Grade> step,

        @Described(kind = Kind.ID) String group,

        @Described("The name of the rule: the statement that it makes if it fires.")
        String claim,

        @JsonProperty("when") @Described("All must hold; only a ceiling may have none.")
        List<RuleCondition> conditions,

        Optional<Weight> alliance,
        Optional<Weight> partnership,

        @Described("The weight that the step before it gave already: the points of this one are the difference.")
        Optional<Weight> allianceBefore,

        @Described("The same on the partnership.") Optional<Weight> partnershipBefore,

        @Described(value = "The ceiling that it applies.", presentIf = "kind CEILING")
        Optional<CeilingKind> ceiling,

        @Described("Tags of the rules that it overrides.") List<String> overrides,

        @Described(value = "Paragraphs of the article that support the claim.", kind = Kind.CITATION)
        List<String> cites,

        @Described("What the claim assumes beyond the article: the whole rule, its threshold or a weight.")
        Optional<String> projectAssumption,

        @Described("Tags that overrides refer to.") List<String> tags,
        @Described("Items of the inventory.") List<String> encodes) {

    /** The id of its card, which is that of the first step. */
    public String cardId() {
        return card.orElse(id);
    }

    /** Whether it is a step after the first. */
    public boolean isLaterStep() {
        return !cardId().equals(id);
    }

    /** Ids of the indicators that the conditions read, without duplicates. */
    public List<String> indicators() {
        return conditions.stream().map(RuleCondition::indicator).distinct().toList();
    }

    @Described
    public RuleKind kind() {
        if (ceiling.isPresent()) {
            return RuleKind.CEILING;
        }
        return overrides.isEmpty() ? RuleKind.CLAIM : RuleKind.OVERRIDE;
    }

    public Optional<Weight> weight(Question question) {
        return question == Question.ALLIANCE ? alliance : partnership;
    }

    /** The weight of the step before it, which the points of this one do not repeat. */
    public Optional<Weight> weightBefore(Question question) {
        return question == Question.ALLIANCE ? allianceBefore : partnershipBefore;
    }

    /** Whether this rule, if it holds, overrides the other. */
    public boolean overrides(Rule other) {
        return !Collections.disjoint(overrides, other.tags);
    }

    /** The weight of a rule: a strength and a direction. */
    @Getter
    @RequiredArgsConstructor
    public enum Weight {
        SLIGHTLY_FOR(Strength.SLIGHT, 1),
        MODERATELY_FOR(Strength.MODERATE, 1),
        STRONGLY_FOR(Strength.STRONG, 1),
        VERY_STRONGLY_FOR(Strength.VERY_STRONG, 1),
        DECISIVELY_FOR(Strength.DECISIVE, 1),
        OVERWHELMINGLY_FOR(Strength.OVERWHELMING, 1),
        SLIGHTLY_AGAINST(Strength.SLIGHT, -1),
        MODERATELY_AGAINST(Strength.MODERATE, -1),
        STRONGLY_AGAINST(Strength.STRONG, -1),
        VERY_STRONGLY_AGAINST(Strength.VERY_STRONG, -1),
        DECISIVELY_AGAINST(Strength.DECISIVE, -1),
        OVERWHELMINGLY_AGAINST(Strength.OVERWHELMING, -1);

        private final Strength strength;
        /** 1 for, -1 against. */
        private final int direction;
    }
}
