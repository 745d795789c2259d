package city.plaza.platform.events.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** How commits wake relays up. */
@PlazaTest
class CommitSignalsTests extends RelayTest {

	@Test
	void wakesUpAgainAfterItsConnectionBroke() {
		List<Priority> signals = new CopyOnWriteArrayList<>();
		CommitSignals one = signals();
		CommitSignals other = signals();
		Disposable listening = Disposables.composite(one.of(Priority.NORMAL).subscribe(),
				other.of(Priority.NORMAL).subscribe(signals::add));
		await().until(() -> signals.size() == 1);
		this.database.sql("""
				select pg_terminate_backend(pid) from pg_stat_activity
				where application_name like '%-wake-up' and datname = current_database()""").then().block();
		await().until(() -> signals.size() == 2);
		await().until(() -> {
			one.committed(Priority.NORMAL);
			return signals.size() > 2;
		});
		listening.dispose();
	}

	@Test
	void wakesItsOwnRelayAtOnceAndThoseOfOthersOnceForManyCommits() {
		List<Priority> own = new CopyOnWriteArrayList<>();
		List<Priority> others = new CopyOnWriteArrayList<>();
		CommitSignals one = signals();
		CommitSignals other = signals();
		Disposable listening = Disposables.composite(one.of(Priority.NORMAL).subscribe(own::add),
				other.of(Priority.NORMAL).subscribe(others::add));
		await().until(() -> own.size() == 1 && others.size() == 1);
		one.committed(Priority.BULK);
		IntStream.range(0, 1000).forEach((commit) -> one.committed(Priority.NORMAL));
		await().until(() -> own.size() > 1);
		await().until(() -> others.size() > 1);
		await().during(Duration.ofMillis(200)).until(() -> others.size() < 100);
		listening.dispose();
	}

	@Test
	void writesNoNotificationInTheTransactionOfTheChange() {
		assertThat(count("pg_trigger where tgrelid = 'outbox'::regclass and not tgisinternal")).isZero();
	}

}
