package city.plaza.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import city.plaza.notification.NotificationFixture;
import city.plaza.notification.NotificationFixture.NoticeRow;
import city.plaza.notification.delivery.smtp.ScriptedSmtp;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;

/** What could make two mails of one, or send the wrong one of two. */
@PlazaTest
class OneMailTests {

	private static final String WAITING_FOR_THE_ROW = """
			select pid from pg_stat_activity
			where datname = current_database() and wait_event_type = 'Lock' and query ilike '%update notice%' limit 1
			""";

	private final String address = NotificationFixture.newAddress();

	@Autowired
	private TestEvents events;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private ReactiveTransactionManager transactions;

	@Autowired
	private JavaMailSenderImpl sender;

	@Autowired
	private NotificationFixture fixture;

	private ScriptedSmtp server;

	private int port;

	@BeforeEach
	void listen() {
		this.port = this.sender.getPort();
		this.server = new ScriptedSmtp(Map.of());
		this.sender.setPort(this.server.port());
	}

	@AfterEach
	void bringTheMailServerBack() {
		this.sender.setPort(this.port);
		this.server.close();
	}

	@Test
	void sendsOneMailThoughTheDatabaseGoesThreeTimesBeforeItIsSettled() throws Exception {
		CountDownLatch taken = new CountDownLatch(1);
		CountDownLatch held = new CountDownLatch(1);
		this.server.beforeTaking((mail) -> {
			taken.countDown();
			await(held);
		});
		UUID event = this.fixture.askForCode(this.address, "40718293");
		await(taken);
		CountDownLatch release = new CountDownLatch(1);
		Thread holder = Thread.ofVirtual().start(() -> holdTheRowOf(event, held, release));
		for (int i = 0; i < 3; i++) {
			killWhoWaitsForTheRow();
		}
		release.countDown();
		holder.join();
		NoticeRow row = this.fixture.awaitState(event, "delivered");
		assertThat(row.tries()).isOne();
		assertThat(mailsToTheAddress()).isOne();
	}

	@Test
	void sendsNoCodeThatWasReplacedWhileItWaited() {
		this.sender.setPort(1);
		UUID registration = UUID.randomUUID();
		UUID first = ask(registration, "11111111", Instant.now());
		this.fixture.awaitState(first, "retrying");
		UUID second = ask(registration, "22222222", Instant.now());
		NoticeRow replaced = this.fixture.awaitState(first, "replaced");
		assertThat(replaced.hasCode()).isFalse();
		this.sender.setPort(this.server.port());
		this.fixture.awaitState(second, "delivered");
		assertThat(this.server.mails()).noneMatch((mail) -> mail.contains("11111111"))
			.anyMatch((mail) -> mail.contains("22222222"));
	}

	@Test
	void sendsNoCodeThatArrivesAfterItsSuccessor() {
		UUID registration = UUID.randomUUID();
		Instant now = Instant.now();
		UUID second = ask(registration, "22222222", now);
		this.fixture.awaitState(second, "delivered");
		UUID first = ask(registration, "11111111", now.minusSeconds(5));
		assertThat(this.fixture.awaitState(first, "replaced").hasCode()).isFalse();
		assertThat(mailsToTheAddress()).isOne();
	}

	@Test
	void sendsASuccessorOnlyWhenItsPredecessorHasLeft() throws Exception {
		CountDownLatch taken = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		this.server.beforeTaking((mail) -> {
			if (mail.contains("11111111")) {
				taken.countDown();
				await(goOn);
			}
		});
		UUID registration = UUID.randomUUID();
		UUID first = ask(registration, "11111111", Instant.now());
		await(taken);
		UUID second = ask(registration, "22222222", Instant.now());
		this.fixture.awaitState(second, "queued");
		UUID other = this.fixture.askForCode(NotificationFixture.newAddress(), "33333333");
		this.fixture.awaitState(other, "delivered");
		assertThat(this.fixture.notice(second).state()).isEqualTo("queued");
		goOn.countDown();
		this.fixture.awaitState(first, "delivered");
		this.fixture.awaitState(second, "delivered");
	}

	private UUID ask(UUID registration, String code, Instant at) {
		UUID id = UUID.randomUUID();
		this.events.publish(id, "identity.verification", registration.toString(), "VerificationCodeRequested",
				this.fixture.request(registration, this.address, code, Duration.ofMinutes(10)), at);
		return id;
	}

	private long mailsToTheAddress() {
		return this.server.mails().stream().filter((mail) -> mail.contains("To: " + this.address)).count();
	}

	private void holdTheRowOf(UUID event, CountDownLatch held, CountDownLatch release) {
		TransactionalOperator.create(this.transactions)
			.transactional(this.database.sql("select id from notice where event_id = :event for update")
				.bind("event", event)
				.fetch()
				.rowsUpdated()
				.then(Mono.fromCallable(() -> {
					held.countDown();
					return release.await(30, TimeUnit.SECONDS);
				}).subscribeOn(Schedulers.boundedElastic())))
			.block();
	}

	private void killWhoWaitsForTheRow() {
		Integer pid = Awaitility.await("a settlement that waits")
			.until(() -> this.database.sql(WAITING_FOR_THE_ROW)
				.map((row) -> row.get("pid", Integer.class))
				.one()
				.defaultIfEmpty(0)
				.block(), (found) -> found != 0);
		this.database.sql("select pg_terminate_backend(:pid)").bind("pid", pid).fetch().rowsUpdated().block();
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
