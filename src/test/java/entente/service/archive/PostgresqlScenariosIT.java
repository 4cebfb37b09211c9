package entente.service.archive;

import entente.testkit.TestDatabase;

class PostgresqlScenariosIT extends ScenariosContract {

    @Override
    DatabaseUrl place() {
        return TestDatabase.postgresql();
    }
}
