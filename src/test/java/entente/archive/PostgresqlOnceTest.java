package entente.archive;

import java.util.List;

class PostgresqlOnceTest extends OnceContract {

    @Override
    List<Store> open() {
        Place place = Database.postgresql();
        return List.of(Store.open(place, Durability.PROCESS), Store.open(place, Durability.PROCESS));
    }
}
