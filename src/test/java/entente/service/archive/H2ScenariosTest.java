package entente.service.archive;

import entente.testkit.TestDatabase;

class H2ScenariosTest extends ScenariosContract {

    @Override
    DatabaseUrl place() {
        return TestDatabase.h2();
    }
}
