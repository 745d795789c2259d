package city.plaza.notification.notice;

import java.util.List;
import java.util.UUID;

import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing that is done for each mail or each event looks through whole tables. */
@PlazaTest
class IndexTests {

	@Autowired
	private DatabaseClient database;

	@Autowired
	private ReactiveTransactionManager transactions;

	@Test
	void claimsByTheIndexesOfWhatIsDue() {
		String plan = plan(DueNotices.TAKE.replace(":leaseMillis", "15000")
			.replace(":giveUpMillis", "1000")
			.replace(":most", "100")
			.replace(":inHand", "'{}'::uuid[]"));
		assertThat(plan).contains("notice_due", "notice_waiting_since").doesNotContain("Seq Scan on notice");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					contact_email      | select * from contact where lower(email) = lower('Pat@example.org') limit 1
					notice_of_address  | update notice set resident_id = '%s' where resident_id is null and lower(address) = lower('a')
					notice_of_series   | select from notice where series = '%s' and requested_at > now()
					notice_waiting     | update notice set state = 'queued' where resident_id = '%s' and state = 'waiting-for-contact'
					""")
	void looksUpByAnIndex(String index, String statement) {
		assertThat(plan(statement.formatted(UUID.randomUUID()))).contains(index);
	}

	/**
	 * The plan where a look through the table costs too much, as in a table of a city.
	 */
	private String plan(String statement) {
		List<String> lines = TransactionalOperator.create(this.transactions)
			.transactional(this.database.sql("set local enable_seqscan = off")
				.fetch()
				.rowsUpdated()
				.thenMany(this.database.sql("explain " + statement).map((row) -> row.get(0, String.class)).all())
				.collectList())
			.block();
		return String.join("\n", lines);
	}

}
