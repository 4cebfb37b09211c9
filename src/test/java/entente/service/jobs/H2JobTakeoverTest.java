package entente.service.jobs;

import entente.service.archive.DatabaseUrl;
import entente.testkit.TestDatabase;
import org.junit.jupiter.api.Tag;

@Tag("thorough")
class H2JobTakeoverTest extends JobTakeoverContract {

    @Override
    DatabaseUrl databaseUrl() {
        return TestDatabase.h2();
    }
}
