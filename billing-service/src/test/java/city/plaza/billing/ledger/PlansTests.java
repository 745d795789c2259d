package city.plaza.billing.ledger;

import java.util.List;
import java.util.Objects;

import city.plaza.platform.database.Transactions;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/** PostgreSQL plans a statement five times before it may keep one plan for all. */
@PlazaTest
class PlansTests {

	private static final int EXECUTIONS = 12;

	private static final String KEPT = """
			select coalesce(max(generic_plans), 0) as kept from pg_prepared_statements
			where statement like '%current_bill%part_payment_allowed%' or statement like '%part_payment_allowed%current_bill%'
			""";

	@Autowired
	private Ledger ledger;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private Transactions transactions;

	@Test
	void planTheBillsOfAPaymentOnce() {
		List<BillNumber> one = List.of(new BillNumber("999999"));
		Mono<Long> kept = this.database.sql(KEPT).map((row) -> row.get("kept", Long.class)).one();
		Long plans = this.transactions
			.inOne(Flux.range(0, EXECUTIONS).concatMap((turn) -> this.ledger.locked(one)).then(kept))
			.block();
		assertThat(Objects.requireNonNull(plans)).isPositive();
	}

}
