package entente.service.archive;

import entente.testkit.TestDatabase;

class PostgresqlArchiveIT extends ArchiveContract {

    @Override
    DatabaseUrl databaseUrl() {
        return TestDatabase.postgresql();
    }
}
