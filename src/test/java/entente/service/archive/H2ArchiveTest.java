package entente.service.archive;

import entente.testkit.TestDatabase;
import java.util.List;

/** An embedded archive belongs to one process and has one connection pool, whose threads compete. */
class H2ArchiveTest extends ArchiveContract {

    @Override
    List<Database> open() {
        return List.of(Database.open(TestDatabase.h2(), Durability.PROCESS));
    }
}
