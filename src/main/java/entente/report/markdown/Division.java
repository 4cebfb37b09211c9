package entente.report.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Blocks between {@code ::: name} and a line of as many colons. */
public final class Division extends CustomBlock {

    private final String name;

    Division(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    static final class Factory extends AbstractBlockParserFactory {

        private static final Pattern OPENING = Pattern.compile("(:{3,}) (\\w+)");

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser before) {
            Matcher opening = OPENING.matcher(state.getLine().getContent());
            return opening.matches()
                    ? BlockStart.of(new Lines(opening.group(1), new Division(opening.group(2))))
                            .atIndex(opening.end())
                    : BlockStart.none();
        }
    }

    @RequiredArgsConstructor
    private static final class Lines extends AbstractBlockParser {

        private final String fence;
        private final Division division;

        @Override
        public Block getBlock() {
            return division;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        @Override
        public boolean canContain(Block block) {
            return true;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return fence.contentEquals(state.getLine().getContent())
                    ? BlockContinue.finished()
                    : BlockContinue.atIndex(state.getIndex());
        }
    }
}
