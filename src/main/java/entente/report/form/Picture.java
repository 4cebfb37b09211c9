package entente.report.form;

/**
 * A drawing as an image, for media that cannot draw; the others show its caption.
 *
 * @param heading empty for none
 * @param caption below the image
 * @param alternative the image in words, for those who do not see it
 * @param png the image in Base64
 * @param width in points, 72 to an inch
 * @param height in points
 */
public record Picture(String heading, String caption, String alternative, String png, double width, double height)
        implements Block {}
