package entente.service.archive;

class H2ArchiveTest extends ArchiveContract {

    @Override
    DatabaseUrl place() {
        return TestDatabase.h2();
    }
}
