package entente.service.jobs;

import entente.service.archive.DatabaseUrl;
import entente.testkit.TestDatabase;

class H2JobTakeoverTest extends JobTakeoverContract {

    @Override
    DatabaseUrl databaseUrl() {
        return TestDatabase.h2();
    }
}
