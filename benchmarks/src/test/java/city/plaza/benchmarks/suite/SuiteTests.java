package city.plaza.benchmarks.suite;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SuiteTests {

	private final Suite suite = Suite.described("""
			{"gateway": "http://localhost:8280", "ports": {"gateway": 8280, "billing-service": 18283},
			 "databasePasswords": {"identity": "dev-only-database"}, "dataDirectory": "/",
			 "demoResident": {"email": "pat@fairhaven.example", "password": "p"},
			 "sample": {"customerNumber": "100234", "name": "EXAMPLE CUSTOMER", "bills": []},
			 "processes": [{"name": "billing-service", "pid": 17, "port": 18283, "state": "ready"}]}""");

	@Test
	void addressesProgramsByNumberAndPort() {
		assertThat(this.suite.gateway("/sign-in")).isEqualTo("http://127.0.0.1:8280/sign-in");
		assertThat(this.suite.service("billing-service", this.suite.bills()))
			.isEqualTo("http://127.0.0.1:18283/api/v1/customers/100234/bills");
	}

	@Test
	void refusesAProgramThatIsNotInTheSuite() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.suite.port("kiosk"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.suite.freeze("gateway"));
	}

}
