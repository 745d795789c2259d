package city.plaza.billing.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import city.plaza.billing.ledger.BillTypeSettings.TypeSettings;
import city.plaza.billing.ledger.accrual.AccrualPolicies;
import city.plaza.platform.failure.StartRetries;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * The configured bill types. Bills refer to them in the database, so they are written
 * there before the first request.
 */
@Component
class BillTypes implements ApplicationRunner {

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private static final String WRITE = """
			insert into bill_type as t (code, name, part_payment_allowed) values (:code, :name, :part)
			on conflict (code) do update set name = excluded.name,
			    part_payment_allowed = excluded.part_payment_allowed
			where (t.name, t.part_payment_allowed) is distinct from (excluded.name, excluded.part_payment_allowed)
			""";

	private final List<TypeSettings> types;

	private final Map<BillTypeCode, AccrualPolicies> accruing;

	private final DatabaseClient database;

	BillTypes(BillTypeSettings settings, DatabaseClient database) {
		this.types = settings.types();
		this.accruing = this.types.stream()
			.filter((type) -> !type.accruals().isEmpty())
			.collect(Collectors.toMap((type) -> new BillTypeCode(type.code()), TypeSettings::policies));
		this.database = database;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		Flux.fromIterable(this.types)
			.concatMap(this::write)
			.then()
			.retryWhen(StartRetries.afterOutages())
			.block(TIMEOUT);
	}

	/** The types whose bills cost more when they are paid late. */
	Map<BillTypeCode, AccrualPolicies> accruing() {
		return this.accruing;
	}

	private Mono<Void> write(TypeSettings type) {
		return this.database.sql(WRITE)
			.bind("code", type.code())
			.bind("name", type.name())
			.bind("part", type.partPayment())
			.then();
	}

}
