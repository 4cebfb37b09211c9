package entente.report.markdown;

import entente.report.form.Answer;
import entente.report.form.Block;
import entente.report.form.Hint;
import entente.report.form.Medium;
import entente.report.wording.Wording;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;

/**
 * An answer as Markdown with tables, as GitHub reads it. What a template writes is markup; what it is given is escaped by
 * its place and never becomes markup. For other media there are also divisions between lines of colons, as in Pandoc, and
 * figures as fenced blocks.
 */
public final class MarkdownPage implements TemplateOutput {

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Plain, MarkdownPage.class.getClassLoader(), "entente.report.answers");

    /** What would begin a heading, a list, a quotation, a rule or a division at the start of a line. */
    private static final Pattern START = Pattern.compile("^(\\d*)([.)#>+=-]+(?:\\s|$)|>|:::)");

    /** After a sign, what makes it a reference to a character. */
    private static final Pattern REFERENCE = Pattern.compile("#?\\w+;");

    /** Marks of lines that no other line goes on with. */
    private static final Set<String> CLOSED = Set.of("|", "#", ":", "`", "rule");

    private final StringBuilder text = new StringBuilder();
    private final List<Block> figures = new ArrayList<>();
    private final Medium medium;
    private final Hint hint;

    private MarkdownPage(Medium medium, Hint hint) {
        this.medium = medium;
        this.hint = hint;
    }

    public static MarkdownPage of(Answer answer, Medium medium) {
        MarkdownPage page = new MarkdownPage(medium, answer.hint());
        Map<String, Object> values = new HashMap<>(answer.values());
        values.put("page", page);
        TEMPLATES.render(answer.name() + ".jte", values, page);
        return page;
    }

    /** The answer as Markdown. */
    public static String render(Answer answer) {
        return of(answer, Medium.MD).toString();
    }

    /** Whether another command gives more, so that the essential is enough. */
    public boolean terminal() {
        return medium == Medium.TEXT;
    }

    /** Whether it is read as Markdown. */
    public boolean isSource() {
        return medium == Medium.MD;
    }

    /** A command as it is called here, such as {@code assess FILE}. */
    public String command(String arguments) {
        return hint.in(Hint.command(arguments));
    }

    /** A digest, in short at a terminal. */
    public String digest(String sha256) {
        return terminal() ? Wording.shortDigest(sha256) : sha256;
    }

    /** What a terminal has room for, else all of it. */
    public String either(String full, String brief) {
        return terminal() ? brief : full;
    }

    /** The head of a row with remarks below it, after a mark of its state. */
    public Content marked(String mark, String head, boolean faint) {
        String sign = (faint && isSource() ? "" : "**") + (faint && terminal() ? "*" : "");
        return output -> {
            output.writeContent(isSource() ? sign + mark + " " : "`" + mark + "` " + sign);
            output.writeUserContent(head);
            output.writeContent(sign);
        };
    }

    /** The hyphens below the title of a column of figures. */
    public Content figures(int width) {
        return output -> output.writeContent("-".repeat(width - 1) + ":");
    }

    /** The figure in the place of a fenced block. */
    public Block figure(FencedCodeBlock fence) {
        return figures.get(Integer.parseInt(fence.getInfo().substring("figure ".length())));
    }

    @Override
    public void writeContent(String markup) {
        text.append(markup);
    }

    @Override
    public void writeContent(String markup, int from, int to) {
        text.append(markup, from, to);
    }

    @Override
    public void writeUserContent(String given) {
        int line = text.lastIndexOf("\n") + 1;
        boolean cell = line < text.length() && text.charAt(line) == '|';
        boolean first = text.substring(line).chars().noneMatch(Character::isLetterOrDigit);
        int begin = text.length();
        for (int i = 0; i < given.length(); i++) {
            char sign = given.charAt(i);
            switch (sign) {
                case '\\', '*', '`', '~', '[', ']' -> text.append('\\').append(sign);
                case '\r' -> text.append(i + 1 < given.length() && given.charAt(i + 1) == '\n' ? "" : " ");
                case '\n' -> text.append(' ');
                case '|' -> text.append(cell ? "\\|" : "|");
                // Within a word it is an underscore and nothing else.
                case '_' -> text.append(isAlphanumeric(given, i - 1) && isAlphanumeric(given, i + 1) ? "_" : "\\_");
                // What begins a tag, a comment or an autolink; elsewhere it is a sign as any other.
                case '<' -> text.append(isLast(given, i) || beginsTag(given.charAt(i + 1)) ? "&lt;" : "<");
                case '&' ->
                    text.append(
                            isLast(given, i)
                                            || REFERENCE
                                                    .matcher(given)
                                                    .region(i + 1, given.length())
                                                    .lookingAt()
                                    ? "&amp;"
                                    : "&");
                default -> text.append(sign);
            }
        }
        if (first && begin < text.length() && ".)#>+=-:0123456789".indexOf(text.charAt(begin)) >= 0) {
            String written = text.substring(begin);
            text.replace(begin, text.length(), START.matcher(written).replaceFirst("$1\\\\$2"));
        }
    }

    private static boolean isLast(String text, int at) {
        return at == text.length() - 1;
    }

    private static boolean beginsTag(char next) {
        return next == '/' || next == '!' || next == '?' || (isAlphanumeric(Character.toString(next), 0) && next > '9');
    }

    private static boolean isAlphanumeric(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) < 128 && Character.isLetterOrDigit(text.charAt(at));
    }

    /** A drawing, as a fenced block that media replace; Markdown has none. */
    public Content draw(Block figure) {
        return output -> {
            if (!isSource()) {
                output.writeContent("\n```figure " + figures.size() + "\n```\n");
                figures.add(figure);
            }
        };
    }

    /**
     * One empty line between blocks and none between items or rows: each line of a template that controls it leaves an empty
     * one. Lines of a paragraph, which a template breaks as it likes, are one.
     */
    @Override
    public String toString() {
        StringBuilder page = new StringBuilder();
        String before = "";
        boolean apart = false;
        for (String line : text.toString().split("\n", -1)) {
            boolean division = isSource() && line.startsWith(":::");
            if (division || line.isBlank()) {
                before = division ? "" : before;
                apart = true;
                continue;
            }
            String mark = mark(line);
            if (!apart && mark.isEmpty() && !before.isEmpty() && !CLOSED.contains(mark(before))) {
                page.setLength(page.length() - 1);
                page.append(' ').append(line.strip());
            } else {
                boolean closed = List.of("-", "1", "|").contains(mark) && mark.equals(mark(before));
                page.append(apart && !closed && page.length() > 0 ? "\n" : "");
                page.append(isSource() && mark.equals("|") ? withoutWidths(line) : line);
            }
            page.append('\n');
            before = line;
            apart = false;
        }
        return isSource() ? Wording.plain(page.toString()) : page.toString();
    }

    /** What kind of line it is, if no prose: its first sign, of an item, a row, a heading, a quotation, a fence, a rule. */
    private static String mark(String line) {
        String begin = line.stripLeading();
        boolean marked = begin.startsWith("- ")
                || begin.startsWith(
                        ". ", (int) begin.chars().takeWhile(Character::isDigit).count())
                || begin.startsWith(":::")
                || begin.startsWith("```")
                || begin.equals("---")
                || (!begin.isEmpty() && "#>|".indexOf(begin.charAt(0)) >= 0);
        if (!marked) {
            return "";
        }
        return begin.equals("---") ? "rule" : Character.isDigit(begin.charAt(0)) ? "1" : begin.substring(0, 1);
    }

    private static String withoutWidths(String row) {
        return row.chars().allMatch(sign -> "|:-".indexOf(sign) >= 0) ? row.replaceAll("-+", "---") : row;
    }
}
