package entente.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import entente.service.workshop.RoomFixture;
import entente.service.workshop.RoomFixture.Member;
import entente.testkit.Browser;
import entente.testkit.RunningService;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Writes the screenshots of the documents to {@code src/docs/images}; runs with {@code mvn -Dgroups=screenshots verify} only. */
@Timeout(300)
@Tag("screenshots")
class ScreenshotsIT {

    private static final Path IMAGES = Path.of("src", "docs", "images");
    private static final int WIDTH = 1280;

    /** Milliseconds for transitions; a page of a workshop keeps a connection, so the network is never idle. */
    private static final int SETTLED = 1500;

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @Test
    void workbenchAfterAMove() throws IOException {
        Page page = page("/workbench/status-quo-2025", 990);
        page.getByRole(
                        AriaRole.SLIDER,
                        new Page.GetByRoleOptions()
                                .setName("How severely the US would be expected to answer an alliance"))
                .focus();
        page.keyboard().press("ArrowLeft");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Verdict")))
                .containsText("is 2 (targeted sanctions)");
        page.getByText("No longer counted after your change").waitFor();
        page.getByText("Apply").first().waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        write(page, "workbench");
    }

    @Test
    void comparison() throws IOException {
        Page page = page("/compare?scenarios=status-quo-2025,total-decoupling", 850);
        page.getByText("All together").first().waitFor();
        page.getByText("30 readings are equal").waitFor();
        write(page, "compare");
    }

    @Test
    void boardOfAWorkshopInItsSecondRound() throws IOException {
        RunningService service = RunningService.shared();
        RoomFixture room = RoomFixture.open(service, "Policy day", "status-quo-2025");
        Member vistula = room.join("Vistula");
        Member oder = room.join("Oder");
        Member narew = room.join("Narew");
        Member warta = room.join("Warta");
        room.command("start-round").ok();
        room.move(vistula, RoomFixture.REACTION, "2").ok();
        room.move(oder, RoomFixture.SANCTIONS, "4").ok();
        room.move(narew, "prc_export_share_us_pct", "7").ok();
        room.move(warta, "rus_elite_balancing_sentiment", "3").ok();
        room.command("start-round").ok();
        room.move(vistula, "political_will_to_ally", "2").ok();
        room.move(oder, RoomFixture.REACTION, "2").ok();
        room.move(oder, "india_prc_hostility", "3").ok();
        room.move(narew, "prc_export_share_west5_pct", "14").ok();
        room.move(warta, "central_asia_competition", "3").ok();
        room.move(warta, "bri_pledges_usd_bn", "100").ok();
        room.command("reveal").ok();
        Page page = new RoomPages(BROWSER, service, room)
                .open(room.facilitator(), "/workshops/CODE", WIDTH, 900, ColorScheme.LIGHT);
        assertThat(page.locator(".verdicts tbody tr")).hasCount(4);
        page.locator(".shares tr").first().waitFor();
        // The code is random; with the one of the documents the image stays the same.
        page.locator(".board-code b").evaluate("code => { code.textContent = 'K7M 42P'; }");
        write(page, "board");
    }

    private static Page page(String path, int height) {
        Page page = BROWSER.page(WIDTH, height, ColorScheme.LIGHT);
        page.navigate(RunningService.shared().uri(path).toString());
        return page;
    }

    private static void write(Page page, String name) throws IOException {
        page.evaluate("() => document.fonts.ready.then(() => document.activeElement.blur())");
        page.waitForTimeout(SETTLED);
        Files.createDirectories(IMAGES);
        Files.write(IMAGES.resolve(name + ".png"), IndexedPng.of(page.screenshot()));
    }

    private static final Path LOOK_IMAGES = Path.of("target", "look");

    private static SampleRooms rooms;

    @BeforeAll
    static void openRooms() {
        rooms = new SampleRooms(BROWSER);
    }

    @ParameterizedTest
    @EnumSource
    void statesOfPages(PageState state) throws IOException {
        Files.createDirectories(LOOK_IMAGES);
        for (int width : List.of(1440, 768, 360)) {
            for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                if (state.isShownAt(width)) {
                    Page page = state.open(rooms, width, width == 360 ? 780 : 900, colours);
                    String name =
                            "%s-%d-%s.png".formatted(state, width, colours).toLowerCase(Locale.ROOT);
                    Files.write(LOOK_IMAGES.resolve(name), page.screenshot());
                    page.context().close();
                }
            }
        }
    }

    /** A PNG with a palette of 256 colours: a third of the size, and no visible difference where areas are plain. */
    private static final class IndexedPng {

        private static final int COLOURS = 256;

        /** Squared distance in RGB below which two colours share an entry of the palette. */
        private static final int ALIKE = 40;

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
                    .filter(colour ->
                            palette.isEmpty() || distance(palette.get(nearest(palette, colour)), colour) > ALIKE)
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
}
