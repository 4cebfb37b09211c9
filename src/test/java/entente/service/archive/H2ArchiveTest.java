package entente.service.archive;

import entente.testkit.TestDatabase;

class H2ArchiveTest extends ArchiveContract {

    @Override
    DatabaseUrl place() {
        return TestDatabase.h2();
    }
}
