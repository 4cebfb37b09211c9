package entente.service.jobs;

import entente.service.archive.DatabaseUrl;
import entente.testkit.TestDatabase;
import org.junit.jupiter.api.Tag;

@Tag("thorough")
class PostgresqlJobsIT extends JobContract {

    @Override
    DatabaseUrl databaseUrl() {
        return TestDatabase.postgresql();
    }
}
