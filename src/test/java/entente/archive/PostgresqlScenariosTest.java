package entente.archive;

class PostgresqlScenariosTest extends ScenariosContract {

    @Override
    Place place() {
        return Database.postgresql();
    }
}
