package entente.report.html;

import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a page of HTML that is well-formed XML as well, so that a browser and a renderer of XHTML read the same. Text
 * and attributes become text and attributes and nothing else: no markup can be put in. The page's own policy forbids
 * scripts and external resources.
 *
 * <p>Attributes are given as names and values in turn.
 */
final class HtmlWriter {

    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";
    /** Elements before which a line break would be visible or harmful. */
    private static final Set<String> INLINE = Set.of("strong", "em", "code", "span", "bdi", "tspan", "td", "th");

    private final XMLStreamWriter xml;

    private HtmlWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * A whole page.
     *
     * @param style CSS; HTML reads a style sheet as it stands, so it may hold no sign that XML would escape
     * @throws IllegalArgumentException when it does
     */
    static String page(String title, String style, Consumer<HtmlWriter> body) {
        if (!style.equals(escapeless(style))) {
            throw new IllegalArgumentException("<, > or & in a style sheet");
        }
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeDTD("<!DOCTYPE html>");
            HtmlWriter page = new HtmlWriter(xml);
            page.element("html", () -> page.head(title, style).element("body", () -> body.accept(page)), "lang", "en");
            xml.writeCharacters("\n");
            xml.flush();
        } catch (XMLStreamException inMemory) {
            throw new IllegalStateException(inMemory);
        }
        return out.toString();
    }

    private HtmlWriter head(String title, String style) {
        return element(
                "head",
                () -> empty("meta", "charset", "utf-8")
                        .empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                        .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                        .element("title", title)
                        .element("style", style));
    }

    private static String escapeless(String style) {
        return style.replaceAll("[<>&]", "");
    }

    /** An element around the given content. */
    HtmlWriter element(String name, Runnable content, String... attributes) {
        try {
            indent(name);
            xml.writeStartElement(name);
            namespace(name);
            attributes(List.of(attributes));
            content.run();
            xml.writeEndElement();
        } catch (XMLStreamException inMemory) {
            throw new IllegalStateException(inMemory);
        }
        return this;
    }

    /** An element with text. */
    HtmlWriter element(String name, String text, String... attributes) {
        return element(name, () -> text(text), attributes);
    }

    /** An empty element such as meta or rect. */
    HtmlWriter empty(String name, String... attributes) {
        try {
            indent(name);
            xml.writeEmptyElement(name);
            attributes(List.of(attributes));
        } catch (XMLStreamException inMemory) {
            throw new IllegalStateException(inMemory);
        }
        return this;
    }

    HtmlWriter text(String text) {
        try {
            xml.writeCharacters(allowed(text));
        } catch (XMLStreamException inMemory) {
            throw new IllegalStateException(inMemory);
        }
        return this;
    }

    private void indent(String name) throws XMLStreamException {
        if (!INLINE.contains(name)) {
            xml.writeCharacters("\n");
        }
    }

    private void namespace(String name) throws XMLStreamException {
        if (name.equals("html")) {
            xml.writeDefaultNamespace(XHTML);
            xml.writeAttribute(XMLConstants.XML_NS_PREFIX, XMLConstants.XML_NS_URI, "lang", "en");
        } else if (name.equals("svg")) {
            xml.writeDefaultNamespace(SVG);
        }
    }

    private void attributes(List<String> attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.size(); i += 2) {
            xml.writeAttribute(attributes.get(i), allowed(attributes.get(i + 1)));
        }
    }

    /**
     * The text with a sign of replacement for each character that XML 1.0 or HTML does not allow, and for each that would
     * turn the order of what follows: HTML has elements for that.
     */
    static String allowed(String text) {
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints().map(c -> allowed(c) ? c : '\uFFFD').forEach(allowed::appendCodePoint);
        return allowed.toString();
    }

    private static boolean allowed(int c) {
        boolean control = Character.isISOControl(c) && c != '\t' && c != '\n';
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean none = (c & 0xFFFE) == 0xFFFE;
        boolean turning = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return !control && !surrogate && !none && !turning;
    }
}
