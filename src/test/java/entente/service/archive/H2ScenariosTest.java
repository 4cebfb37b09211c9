package entente.service.archive;

import entente.testkit.TestDatabase;

class H2ScenariosTest extends ScenariosContract {

    @Override
    DatabaseUrl databaseUrl() {
        return TestDatabase.h2();
    }
}
