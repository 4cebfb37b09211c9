package entente.document;

/** JSON pointers as URI fragments, without percent-encoding for readability. */
public final class JsonPointers {

    private JsonPointers() {}

    public static String below(String pointer, String name) {
        return pointer + "/" + Text.excerpt(name).replace("~", "~0").replace("/", "~1");
    }
}
