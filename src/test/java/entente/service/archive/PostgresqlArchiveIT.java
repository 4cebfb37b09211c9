package entente.service.archive;

class PostgresqlArchiveIT extends ArchiveContract {

    @Override
    DatabaseUrl place() {
        return TestDatabase.postgresql();
    }
}
