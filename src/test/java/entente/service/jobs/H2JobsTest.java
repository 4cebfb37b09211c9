package entente.service.jobs;

import entente.service.archive.DatabaseUrl;
import entente.testkit.TestDatabase;

class H2JobsTest extends JobContract {

    @Override
    DatabaseUrl databaseUrl() {
        return TestDatabase.h2();
    }
}
