package entente.work;

import entente.archive.Database;
import entente.archive.Place;

class PostgresqlWorkTest extends WorkContract {

    @Override
    Place place() {
        return Database.postgresql();
    }
}
