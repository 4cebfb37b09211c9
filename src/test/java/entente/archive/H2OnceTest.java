package entente.archive;

import java.util.List;

/** One process holds an embedded archive, so that there is one pool; its threads are in each other's way all the same. */
class H2OnceTest extends OnceContract {

    @Override
    List<Store> open() {
        return List.of(Store.open(Database.h2(), Durability.PROCESS));
    }
}
