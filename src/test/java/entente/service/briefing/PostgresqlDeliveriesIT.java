package entente.service.briefing;

import entente.service.archive.DatabaseUrl;
import entente.testkit.TestDatabase;

class PostgresqlDeliveriesIT extends DeliveryContract {

    @Override
    DatabaseUrl databaseUrl() {
        return TestDatabase.postgresql();
    }
}
