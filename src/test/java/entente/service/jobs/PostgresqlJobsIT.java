package entente.service.jobs;

import entente.service.archive.DatabaseUrl;
import entente.testkit.TestDatabase;

class PostgresqlJobsIT extends JobContract {

    @Override
    DatabaseUrl databaseUrl() {
        return TestDatabase.postgresql();
    }
}
