package entente.service.archive;

import entente.testkit.TestDatabase;

class PostgresqlScenariosIT extends ScenariosContract {

    @Override
    DatabaseUrl databaseUrl() {
        return TestDatabase.postgresql();
    }
}
