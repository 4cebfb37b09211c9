package entente.report.form;

import java.util.Arrays;
import java.util.List;

/** A part of a report. */
public sealed interface Block
        permits Block.Heading,
                Block.Prose,
                Block.Items,
                Block.Fields,
                Block.Only,
                Block.Compact,
                Table,
                LikelihoodFigure,
                SwingFigure,
                ProbabilityFigure,
                SeriesFigure,
                Picture {

    /** The name of a part, such as one of several scenarios. */
    record Heading(String text) implements Block {}

    /** Paragraphs that belong together. */
    record Prose(Role role, List<Words> paragraphs) implements Block {

        public static Prose of(Role role, String... paragraphs) {
            return new Prose(role, Arrays.stream(paragraphs).map(Words::of).toList());
        }

        public static Prose body(String... paragraphs) {
            return of(Role.BODY, paragraphs);
        }

        /** The answer, which stands out. */
        public static Prose lead(List<String> sentences) {
            return new Prose(Role.LEAD, sentences.stream().map(Words::strong).toList());
        }

        public static Prose footer(Words... paragraphs) {
            return new Prose(Role.FOOTER, List.of(paragraphs));
        }
    }

    enum Role {
        /** The answer, and what it means. */
        LEAD,
        BODY,
        /** Words of the scenario. */
        QUOTE,
        /** Caveats and provenance. */
        FOOTER,
        /** What follows the block above at once. */
        CONTINUED
    }

    /** A list; its heading is empty for none. */
    record Items(String heading, List<Item> items, boolean numbered) implements Block {

        public Items(String heading, List<Item> items) {
            this(heading, items, false);
        }

        public static Items numbered(String heading, List<String> sentences) {
            return new Items(heading, of(heading, sentences).items(), true);
        }

        public static Items of(String heading, List<String> sentences) {
            return new Items(
                    heading,
                    sentences.stream().map(sentence -> new Item(1, sentence)).toList());
        }
    }

    /** @param depth 1 for an item of the list itself, more for what belongs to the item above */
    record Item(int depth, Words words) {

        public Item(int depth, String text) {
            this(depth, Words.of(text));
        }
    }

    /** Names with what they stand for; the heading is empty for none. */
    record Fields(String heading, List<Field> fields) implements Block {}

    record Field(String name, String text) {}

    /** Blocks that only readers in one setting are given. */
    record Only(Setting setting, List<Block> blocks) implements Block {

        public Only {
            blocks = List.copyOf(blocks);
        }
    }

    /** Blocks that a page of text sets without empty lines between them. */
    record Compact(List<Block> blocks) implements Block {

        public Compact {
            blocks = List.copyOf(blocks);
        }
    }

    enum Setting {
        /** At a terminal, where another command gives more. */
        TERMINAL,
        /** As a document on its own. */
        DOCUMENT
    }
}
