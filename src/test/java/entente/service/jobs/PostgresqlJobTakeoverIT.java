package entente.service.jobs;

import entente.service.archive.DatabaseUrl;
import entente.testkit.TestDatabase;

class PostgresqlJobTakeoverIT extends JobTakeoverContract {

    @Override
    DatabaseUrl place() {
        return TestDatabase.postgresql();
    }
}
