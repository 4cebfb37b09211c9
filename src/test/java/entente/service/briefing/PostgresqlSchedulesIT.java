package entente.service.briefing;

import entente.service.archive.Database;
import entente.service.archive.DatabaseUrl;
import entente.service.archive.Durability;
import entente.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("thorough")
class PostgresqlSchedulesIT extends ScheduleContract {

    @Override
    List<Database> open() {
        DatabaseUrl shared = TestDatabase.postgresql();
        return List.of(Database.open(shared, Durability.PROCESS), Database.open(shared, Durability.PROCESS));
    }
}
