package entente.report.form;

/** Escapes untrusted text for Markdown. */
public final class MarkdownText {

    private MarkdownText() {}

    public static String text(String text) {
        return text.replace("\\", "\\\\")
                .replace("<", "&lt;")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace("`", "\\`")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace("\n", " ")
                .replace("\r", " ");
    }

    public static String cell(String text) {
        return text(text).replace("|", "\\|");
    }

    public static StringBuilder heading(StringBuilder md, String text) {
        return md.append("\n## ").append(text).append("\n\n");
    }

    /** A row of cells that contain Markdown. */
    public static void row(StringBuilder md, String... cells) {
        md.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** An item of a list, from plain text. */
    public static void item(StringBuilder md, int depth, String text) {
        md.append("  ".repeat(depth)).append("- ").append(text(text)).append('\n');
    }
}
