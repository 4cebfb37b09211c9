package entente.service.archive;

import entente.testkit.TestDatabase;

class PostgresqlArchiveIT extends ArchiveContract {

    @Override
    DatabaseUrl place() {
        return TestDatabase.postgresql();
    }
}
