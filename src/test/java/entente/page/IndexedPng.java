package entente.page;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A PNG with a palette of 256 colours: a third of the size, and no visible difference where areas are plain. */
final class IndexedPng {

    private static final int COLOURS = 256;

    /** Squared distance in RGB below which two colours share an entry of the palette. */
    private static final int ALIKE = 40;

    private IndexedPng() {}

    static byte[] of(byte[] png) throws IOException {
        BufferedImage full = ImageIO.read(new ByteArrayInputStream(png));
        int width = full.getWidth();
        int[] pixels = full.getRGB(0, 0, width, full.getHeight(), null, 0, width);
        Map<Integer, Integer> counts = new HashMap<>();
        Arrays.stream(pixels).forEach(colour -> counts.merge(colour, 1, Integer::sum));
        List<Integer> palette = palette(counts);
        Map<Integer, Integer> entries = new HashMap<>();
        counts.keySet().forEach(colour -> entries.put(colour, nearest(palette, colour)));
        int[] table = palette.stream().mapToInt(colour -> colour).toArray();
        BufferedImage indexed = new BufferedImage(
                width,
                full.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, table.length, table, 0, false, -1, 0));
        for (int i = 0; i < pixels.length; i++) {
            indexed.getRaster().setSample(i % width, i / width, 0, entries.get(pixels[i]));
        }
        return written(indexed);
    }

    /** The most frequent colours, without those that are like a more frequent one. */
    private static List<Integer> palette(Map<Integer, Integer> counts) {
        List<Integer> palette = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .filter(colour -> palette.isEmpty() || distance(palette.get(nearest(palette, colour)), colour) > ALIKE)
                .limit(COLOURS)
                .forEachOrdered(palette::add);
        return palette;
    }

    private static int nearest(List<Integer> palette, int colour) {
        int nearest = 0;
        for (int i = 1; i < palette.size(); i++) {
            if (distance(palette.get(i), colour) < distance(palette.get(nearest), colour)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static int distance(int first, int second) {
        int sum = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int difference = (first >> shift & 0xff) - (second >> shift & 0xff);
            sum += difference * difference;
        }
        return sum;
    }

    private static byte[] written(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
