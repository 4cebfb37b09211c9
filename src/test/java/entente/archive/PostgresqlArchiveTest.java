package entente.archive;

class PostgresqlArchiveTest extends ArchiveContract {

    @Override
    Place place() {
        return Database.postgresql();
    }
}
