package entente.service.api;

/** A static HTML page. */
final class HtmlPage {

    private HtmlPage() {}

    /** @param body of markup, with external text already escaped */
    static String of(String title, String body) {
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>"
                + escaped(title)
                + "</title>\n<link rel=\"stylesheet\" href=\"/swagger-ui/page.css\">\n</head>\n<body>\n<h1>"
                + escaped(title) + "</h1>\n" + body
                + "</body>\n</html>\n";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
