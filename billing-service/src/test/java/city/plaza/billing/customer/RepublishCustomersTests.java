package city.plaza.billing.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import city.plaza.billing.TestLedger;
import city.plaza.billing.customer.RepublishCustomers.Progress;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/** However few are published at a time, every customer comes once. */
@PlazaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepublishCustomersTests {

	private static final int CUSTOMERS = 7;

	/** Behind those of all other tests. */
	private final String prefix = "zz" + UUID.randomUUID().toString().substring(0, 8) + "-";

	@Autowired
	private RepublishCustomers republishCustomers;

	@Autowired
	private TestLedger ledger;

	@Autowired
	private DatabaseClient database;

	@BeforeAll
	void importsCustomers() {
		StringBuilder file = new StringBuilder(TestLedger.CUSTOMERS);
		for (int at = 0; at < CUSTOMERS; at++) {
			file.append(this.prefix).append(at).append(",,EXAMPLE CUSTOMER,7 BAY DR,FAIRHAVEN,IL,00001,7 BAY DR\n");
		}
		this.ledger.good("customers", file.toString());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 7, 8, 5_000 })
	void goesOnWhereItStopped(int most) {
		List<String> stops = new ArrayList<>();
		int published = 0;
		Progress progress = new Progress(0, this.prefix, false);
		while (!progress.isComplete()) {
			progress = this.republishCustomers.republish(progress.last(), most).block();
			published += progress.published();
			assertThat(progress.published()).isLessThanOrEqualTo(most);
			stops.add(progress.last());
		}
		assertThat(published).isEqualTo(behind(this.prefix)).isGreaterThanOrEqualTo(CUSTOMERS);
		assertThat(stops.subList(0, stops.size() - 1)).doesNotHaveDuplicates();
	}

	@Test
	void changesNoVersion() {
		this.republishCustomers.republish(this.prefix, 5_000).block();
		assertThat(number("select max(version) from customer where customer_number like :after || '%'", this.prefix))
			.isOne();
	}

	@Test
	void isCompleteAtOnceBehindTheLast() {
		assertThat(this.republishCustomers.republish("~~~~zzzz", 10).block().published())
			.isEqualTo((int) Math.min(10, behind("~~~~zzzz")));
	}

	private long behind(String number) {
		return number("select count(*) from customer where customer_number > :after", number);
	}

	private long number(String sql, String after) {
		return this.database.sql(sql)
			.bind("after", after)
			.map((row) -> ((Number) row.get(0)).longValue())
			.one()
			.block();
	}

}
