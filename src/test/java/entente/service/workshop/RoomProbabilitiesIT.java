package entente.service.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.service.workshop.RoomFixture.Member;
import entente.testkit.RunningService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** How probable each verdict is if each reading may be as any of the groups rates it: in the spreadsheet, not on the board. */
@Timeout(120)
class RoomProbabilitiesIT {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static JsonNode findings(RoomFixture room) {
        return room.board(room.facilitator()).ok().json().get("findings");
    }

    private static List<List<String>> uncertainty(RoomFixture room) throws IOException {
        byte[] file = room.send(room.facilitator(), "GET", "/result", "", "Accept", WORKBOOK)
                .ok()
                .response()
                .body();
        List<List<String>> rows = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
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
        RoomFixture room = RoomFixture.open(RunningService.shared(), "A room", "status-quo-2025");
        Member first = room.join("First");
        room.command("reveal").ok();
        assertThat(uncertainty(room)).as("one group").hasSize(1);
        room.join("Second");
        room.move(first, "political_will_to_ally", "3").ok();
        assertThat(findings(room).has("probabilities")).isFalse();
        assertThat(value(room, "Readings on which")).isEqualTo("1");
        assertThat(value(room, "Groups that are counted")).isEqualTo("2");
        assertThat(value(room, "Counted")).isEqualTo("Counted exactly");
        double sum = 0;
        for (JsonNode group : findings(room).get("groups")) {
            sum += group.get("percent").asDouble();
        }
        assertThat(Double.parseDouble(value(room, "Expected likelihood"))).isCloseTo(sum / 2, within(0.05));
        assertThat(uncertainty(room))
                .contains(List.of("Almost no chance", "50", "1"), List.of("Very unlikely", "50", "1"));
    }

    @Test
    void groupsThatAreNotReadyAreLeftOutOnceTwoAre() throws IOException {
        RoomFixture room = RoomFixture.open(RunningService.shared(), "A room", "status-quo-2025");
        Member first = room.join("First");
        Member second = room.join("Second");
        Member third = room.join("Third");
        room.command("start-round").ok();
        room.move(third, RoomFixture.REACTION, "1").ok();
        room.ready(first, 1, true).ok();
        room.ready(second, 1, true).ok();
        room.command("reveal").ok();
        assertThat(value(room, "Groups that are counted")).isEqualTo("2");
        assertThat(value(room, "Readings on which")).isEqualTo("0");
        room.ready(third, 1, true).ok();
        assertThat(value(room, "Groups that are counted")).isEqualTo("3");
        assertThat(value(room, "Readings on which")).isEqualTo("1");
    }
}
