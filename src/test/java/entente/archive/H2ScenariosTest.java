package entente.archive;

class H2ScenariosTest extends ScenariosContract {

    @Override
    Place place() {
        return Database.h2();
    }
}
