package city.plaza.platform.events.inbox;

import java.time.Duration;
import java.util.UUID;

import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class InboxTests {

	@Autowired
	private Inbox inbox;

	@Autowired
	private DatabaseClient database;

	@Test
	void forgetsWhatWasAppliedLongAgo() {
		this.database.sql("insert into inbox values ('gone', $1, now() - interval '91 days'), ('kept', $1, now())")
			.bind(0, UUID.randomUUID())
			.then()
			.block();
		this.inbox.forget(Duration.ofDays(31)).block();
		assertThat(count("gone")).isZero();
		assertThat(count("kept")).isEqualTo(1);
	}

	private long count(String consumer) {
		return this.database.sql("select count(*) as it from inbox where consumer = $1")
			.bind(0, consumer)
			.map((row) -> row.get("it", Long.class))
			.one()
			.block();
	}

}
