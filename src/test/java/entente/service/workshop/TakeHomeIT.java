package entente.service.workshop;

import static entente.service.workshop.RoomFixture.REACTION;
import static entente.service.workshop.RoomFixture.SANCTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.report.wording.Wording;
import entente.service.workshop.RoomFixture.Member;
import entente.testkit.Answer;
import entente.testkit.Invocation;
import entente.testkit.Rendered;
import entente.testkit.RunningService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Results of a workshop: scenario files that every command reads, a page, and a workbook with the probabilities of verdicts. */
@Timeout(300)
class TakeHomeIT {

    private static final String HOSTILE = "=1+1<script>alert(1)</script>";

    private static final RunningService SERVICE = RunningService.shared();

    private static RoomFixture room;
    private static Member first;
    private static Member second;

    @BeforeAll
    static void start() {
        room = RoomFixture.open(SERVICE);
        first = room.join("Kazan");
        second = room.join(HOSTILE);
        room.command("start-round").ok();
        room.move(first, SANCTIONS, "4").ok();
        room.move(first, REACTION, "null").ok();
        room.command("start-round", "\"round\": 2").ok();
        room.move(second, SANCTIONS, "4").ok();
        room.command("reveal").ok();
    }

    @Test
    @Tag("thorough")
    void scenarioFilesGiveTheSameVerdict(@TempDir Path folder) throws IOException {
        for (Member member : List.of(first, second)) {
            double percent = room.own(member).at("/verdict/percent").asDouble();
            Answer answer = room.get(member, "/scenarios/" + URLEncoder.encode(member.letter(), StandardCharsets.UTF_8))
                    .ok();
            Path file = Files.writeString(folder.resolve(member.letter() + ".json"), answer.text());
            Invocation run = Invocation.of("assess", file, "--format", "json");
            assertThat(run.code()).as(run.err()).isZero();
            var verdict = new JsonMapper().readTree(run.out());
            assertThat(verdict.at("/verdict/likelihood/percent").asDouble()).isEqualTo(percent);
            int index = member.equals(first) ? 0 : 1;
            for (String field : List.of("figure", "words", "intervalFirst")) {
                assertThat(room.board(first).at("/findings/groups/" + index + "/" + field))
                        .as(field)
                        .isEqualTo(verdict.at("/verdict/" + field));
            }
            assertThat(room.get(first, "/result").ok().text().replace('\u00a0', ' '))
                    .contains(
                            verdict.at("/verdict/figure").asString(),
                            verdict.at("/verdict/words").asString());
            assertThat(verdict.at("/verdict/interval/lowPercent").asDouble())
                    .isEqualTo(room.board(first)
                            .at("/findings/groups/" + index + "/lowPercent")
                            .asDouble());
        }
    }

    @Test
    @Tag("thorough")
    void boardComparesTheGroups() {
        var board = room.board(first).ok().json().get("findings");
        var spread = board.get("spread");
        assertThat(spread.findValuesAsString("indicator")).containsExactlyInAnyOrder(SANCTIONS, REACTION);
        assertThat(board.at("/agreement/movedAlike/0").asString()).isEqualTo(SANCTIONS);
        assertThat(board.at("/agreement/asInBaseline")).isNotEmpty();
        double one = board.at("/groups/0/percent").asDouble();
        double two = board.at("/groups/1/percent").asDouble();
        assertThat(board.at("/gaps/0/percentagePoints").asDouble()).isEqualTo(Math.round((two - one) * 10) / 10.0);
        assertThat(board.at("/middle/lowestPercent").asDouble()).isEqualTo(Math.min(one, two));
        assertThat(board.at("/openQuestions").findValuesAsString("indicator")).contains(REACTION);
    }

    /** The sanctions of the second group decide so much that a rating would narrow nothing there. */
    @Test
    void questionIsOpenInEachGroupThatDoesNotRateIt() {
        RoomFixture groups = RoomFixture.open(SERVICE, "A room", "no-limits-2022");
        groups.join("Narew");
        Member decided = groups.join("Oder");
        groups.move(decided, SANCTIONS, "4").ok();
        groups.command("reveal").ok();
        assertThat(groups.board(decided).at("/findings/openQuestions/0/groups").toString())
                .isEqualTo("[\"N\",\"O\"]");
        assertThat(groups.get(decided, "/result").ok().text()).contains("unrated by all groups.");
        groups.move(decided, "bri_pledges_usd_bn", "90").ok();
        assertThat(groups.get(decided, "/result").ok().text()).contains("unrated by N.", "unrated by all groups.");
    }

    /** Whole numbers would not have the stated difference. */
    @Test
    void figuresOfThePairThatIsFurthestApartHaveItsDifference() {
        RoomFixture groups = RoomFixture.open(SERVICE, "A room", "total-decoupling");
        groups.join("Narew");
        groups.move(groups.join("Oder"), "treaty_commitment_level", "4").ok();
        groups.command("reveal").ok();
        JsonNode rows = groups.board(groups.facilitator()).at("/findings/groups");
        String page = groups.get(groups.facilitator(), "/result").ok().text().replace('\u00a0', ' ');
        assertThat(page)
                .contains("N Narew at " + rows.at("/0/percent").asDouble() + " % and O Oder at "
                        + rows.at("/1/percent").asDouble() + " %")
                .contains("<h3>N Narew: " + rows.at("/0/figure").asString());
        assertThat(rows.at("/0/figure").asString()).doesNotContain(".");
    }

    @Test
    @Tag("thorough")
    void differenceIsAttributedExactly() {
        Answer difference = room.get(first, "/difference?first=" + first.letter() + "&second=" + second.letter())
                .ok();
        var board = room.board(first).ok().json().get("findings");
        double gap = board.at("/groups/1/percent").asDouble()
                - board.at("/groups/0/percent").asDouble();
        double shift =
                difference.at("/comparisons/0/attribution/percentagePoints").asDouble(Double.NaN);
        assertThat(difference.text()).contains("A room: Kazan").contains(REACTION);
        assertThat(Double.isNaN(shift) || Math.abs(shift - gap) < 0.05).isTrue();
        room.get(first, "/difference?first=K&second=Z").expect(400);
        room.get(first, "/difference?first=K").expect(400);
    }

    @Test
    @Tag("thorough")
    void pageShowsNamesAsTyped() {
        Answer page = room.get(first, "/result").ok();
        assertThat(page.one("Content-Type")).startsWith("text/html");
        assertThat(page.text())
                .contains("Kazan", "Where the groups differ", "Open questions", "two groups stand from", "Round 1")
                .contains("=1+1&lt;script&gt;")
                .as("before round 1 nobody had moved")
                .doesNotContain("<script", "Before round 1");
        assertThat(page.text())
                .as("question, date, words of the scale, shares and reasons, in the look")
                .contains("How likely is a Sino-Russian alliance by the end of 2023?")
                .contains(Wording.date(LocalDate.now(ZoneOffset.UTC)))
                .contains("4 (near-total embargo enforced against third countries)")
                .contains(
                        "Furthest apart:",
                        "The reasons:",
                        "font-family: \"Source Serif 4\"",
                        "<summary>2 moves</summary>");
        assertThat(page.one("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    @Tag("thorough")
    void fileIsSmallThoughSlidersWereDraggedInSixtyFourGroups() {
        RoomFixture many = RoomFixture.open(SERVICE, "Many", "status-quo-2025");
        many.command("joining", "\"joining\": \"UNLIMITED\"").ok();
        for (int group = 0; group < 64; group++) {
            Member member = many.join("Group " + group);
            for (int step = 0; step < 2; step++) {
                many.move(member, SANCTIONS, String.valueOf((group + step) % 5)).ok();
            }
        }
        many.command("reveal").ok();
        String page = many.get(many.facilitator(), "/result").ok().text();
        assertThat(page.length() / 1000)
                .as("size in kB, of which 205 are fonts")
                .isLessThan(350);
        assertThat(page).contains("<summary>One move</summary>").doesNotContain("<summary>2 moves</summary>");
    }

    @Test
    @Tag("thorough")
    void workbookHasNoFormulas() throws IOException {
        byte[] workbook = workbook(room);
        assertThat(workbook(room)).isEqualTo(workbook);
        Map<String, String> parts = Rendered.parts(workbook);
        assertThat(parts.keySet())
                .filteredOn(name -> name.startsWith("xl/worksheets/"))
                .hasSize(8);
        assertThat(String.join("", parts.values()))
                .contains("=1+1&lt;script", "Kazan", SANCTIONS)
                .doesNotContain("<f>")
                .doesNotContain("<f ");
    }

    @Test
    @Tag("thorough")
    void medianIsRoundedOnceForTheBoardAndThePage() {
        RoomFixture even = RoomFixture.open(SERVICE, "Even", "status-quo-2025");
        even.move(even.join("Vistula"), REACTION, "2").ok();
        even.move(even.join("Oder"), REACTION, "4").ok();
        even.command("reveal").ok();
        double median = even.board(even.facilitator())
                .ok()
                .at("/findings/middle/medianPercent")
                .asDouble();
        assertThat(median * 10).isEqualTo(Math.rint(median * 10));
        assertThat(even.get(even.facilitator(), "/result").ok().text())
                .contains("with a median of " + Wording.percent(median));
    }

    private static byte[] workbook(RoomFixture room) {
        return room.send(room.facilitator(), "GET", "/result", "", "Accept", RoomFixture.WORKBOOK)
                .ok()
                .body();
    }

    private static List<List<String>> uncertainty(RoomFixture room) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook(room)))) {
            for (Row row : workbook.getSheet("Uncertainty")) {
                List<String> cells = new ArrayList<>();
                for (Cell cell : row) {
                    cells.add(new DataFormatter().formatCellValue(cell));
                }
                cells.removeIf(String::isEmpty);
                rows.add(cells);
            }
        }
        return rows;
    }

    private static String value(RoomFixture room, String name) throws IOException {
        List<String> found = uncertainty(room).stream()
                .filter(row -> row.get(0).startsWith(name))
                .findFirst()
                .orElseThrow();
        return found.get(found.size() - 1);
    }

    @Test
    void groupsThatDifferInOneReadingHaveTheirVerdictsAlikeProbable() throws IOException {
        RoomFixture groups = RoomFixture.open(SERVICE, "A room", "status-quo-2025");
        Member one = groups.join("First");
        groups.command("reveal").ok();
        assertThat(uncertainty(groups)).as("one group").hasSize(1);
        groups.join("Second");
        groups.move(one, "political_will_to_ally", "3").ok();
        JsonNode findings = groups.board(groups.facilitator()).ok().json().get("findings");
        assertThat(findings.has("probabilities")).isFalse();
        assertThat(value(groups, "Readings on which")).isEqualTo("1");
        assertThat(value(groups, "Groups that are counted")).isEqualTo("2");
        assertThat(value(groups, "Counted")).isEqualTo("Counted exactly");
        double sum = 0;
        for (JsonNode group : findings.get("groups")) {
            sum += group.get("percent").asDouble();
        }
        assertThat(Double.parseDouble(value(groups, "Expected likelihood"))).isCloseTo(sum / 2, within(0.05));
        assertThat(uncertainty(groups))
                .contains(List.of("Almost no chance", "50", "1"), List.of("Very unlikely", "50", "1"));
    }

    @Test
    void groupsThatAreNotReadyAreLeftOutOnceTwoAre() throws IOException {
        RoomFixture groups = RoomFixture.open(SERVICE, "A room", "status-quo-2025");
        Member one = groups.join("First");
        Member two = groups.join("Second");
        Member three = groups.join("Third");
        groups.command("start-round").ok();
        groups.move(three, RoomFixture.REACTION, "1").ok();
        groups.ready(one, 1, true).ok();
        groups.ready(two, 1, true).ok();
        groups.command("reveal").ok();
        assertThat(value(groups, "Groups that are counted")).isEqualTo("2");
        assertThat(value(groups, "Readings on which")).isEqualTo("0");
        groups.ready(three, 1, true).ok();
        assertThat(value(groups, "Groups that are counted")).isEqualTo("3");
        assertThat(value(groups, "Readings on which")).isEqualTo("1");
    }
}
