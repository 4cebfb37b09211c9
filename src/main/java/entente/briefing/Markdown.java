package entente.briefing;

/** Foreign text made harmless in Markdown. */
final class Markdown {

    private Markdown() {}

    static String text(String text) {
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

    static String cell(String text) {
        return text(text).replace("|", "\\|");
    }
}
