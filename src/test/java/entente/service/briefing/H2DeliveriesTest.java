package entente.service.briefing;

import entente.service.archive.DatabaseUrl;
import entente.testkit.TestDatabase;

class H2DeliveriesTest extends DeliveryContract {

    @Override
    DatabaseUrl databaseUrl() {
        return TestDatabase.h2();
    }
}
