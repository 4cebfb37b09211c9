package entente.service.archive;

class PostgresqlArchiveTest extends ArchiveContract {

    @Override
    DatabaseUrl place() {
        return TestDatabase.postgresql();
    }
}
