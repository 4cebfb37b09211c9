package entente.service.briefing;

import entente.service.archive.Database;
import entente.service.archive.Durability;
import entente.testkit.TestDatabase;
import java.util.List;

class H2SchedulesTest extends ScheduleContract {

    @Override
    List<Database> open() {
        return List.of(Database.open(TestDatabase.h2(), Durability.PROCESS));
    }
}
