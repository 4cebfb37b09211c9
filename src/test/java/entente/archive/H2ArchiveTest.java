package entente.archive;

class H2ArchiveTest extends ArchiveContract {

    @Override
    Place place() {
        return Database.h2();
    }
}
