package entente.service.archive;

class H2ScenariosTest extends ScenariosContract {

    @Override
    DatabaseUrl place() {
        return TestDatabase.h2();
    }
}
