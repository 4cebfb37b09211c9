package entente.service.archive;

import entente.testkit.TestDatabase;
import java.util.List;

/**
 * One process holds an embedded archive, so that there is one pool; its threads are in each other's way all the same.
 */
class H2IdempotencyTest extends IdempotencyContract {

    @Override
    List<Database> open() {
        return List.of(Database.open(TestDatabase.h2(), Durability.PROCESS));
    }
}
