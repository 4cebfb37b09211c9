package entente.service.archive;

import entente.testkit.TestDatabase;

class H2ArchiveTest extends ArchiveContract {

    @Override
    DatabaseUrl databaseUrl() {
        return TestDatabase.h2();
    }
}
