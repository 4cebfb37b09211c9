package entente.service.archive;

class PostgresqlScenariosTest extends ScenariosContract {

    @Override
    DatabaseUrl place() {
        return TestDatabase.postgresql();
    }
}
