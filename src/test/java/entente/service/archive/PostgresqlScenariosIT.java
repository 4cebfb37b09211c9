package entente.service.archive;

class PostgresqlScenariosIT extends ScenariosContract {

    @Override
    DatabaseUrl place() {
        return TestDatabase.postgresql();
    }
}
