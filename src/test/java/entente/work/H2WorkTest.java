package entente.work;

import entente.archive.Database;
import entente.archive.Place;

class H2WorkTest extends WorkContract {

    @Override
    Place place() {
        return Database.h2();
    }
}
