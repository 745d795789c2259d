package city.plaza.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import city.plaza.notification.NotificationFixture;
import city.plaza.notification.NotificationFixture.NoticeRow;
import city.plaza.notification.delivery.smtp.ScriptedSmtp;
import city.plaza.notification.notice.DueNotice;
import city.plaza.notification.notice.DueNotices;
import city.plaza.notification.notice.NoticeId;
import city.plaza.notification.notice.NoticeSignal;
import city.plaza.notification.notice.Settlement;
import city.plaza.notification.notice.Template;
import city.plaza.platform.messages.Language;
import city.plaza.platform.security.Seal;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import city.plaza.platform.testing.TestMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class DeliveryTests {

	private final String address = NotificationFixture.newAddress();

	@Autowired
	private TestEvents events;

	@Autowired
	private TestMail mail;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private Seal seal;

	@Autowired
	private JavaMailSenderImpl sender;

	@Autowired
	private DeliverNotices deliverNotices;

	@Autowired
	private InHand inHand;

	@Autowired
	private Mailer mailer;

	@Autowired
	private DueNotices deliveries;

	@Autowired
	private NoticeSignal signal;

	@Autowired
	private DeliverySettings settings;

	@Autowired
	private NotificationFixture fixture;

	private int port;

	@BeforeEach
	void prepare() {
		this.port = this.sender.getPort();
	}

	@AfterEach
	void bringTheMailServerBack() {
		this.sender.setPort(this.port);
	}

	@Test
	void deliversOnceTheMailServerIsBack() {
		ScriptedSmtp down = new ScriptedSmtp(Map.of());
		down.close();
		this.sender.setPort(down.port());
		UUID event = this.fixture.askForCode(this.address, "40718293");
		NoticeRow waiting = this.fixture.awaitState(event, "retrying");
		assertThat(waiting.failure()).isEqualTo("mail server not available");
		assertThat(waiting.hasCode()).isTrue();
		this.sender.setPort(this.port);
		this.fixture.awaitState(event, "delivered");
		assertThat(this.mail.received(this.address)).hasSize(1);
	}

	@Test
	void givesUpWhatTheMailServerRefusesForGood() {
		try (ScriptedSmtp strict = new ScriptedSmtp(Map.of("RCPT", "550 no such user"))) {
			this.sender.setPort(strict.port());
			UUID event = this.fixture.askForCode(this.address, "40718293");
			NoticeRow failed = this.fixture.awaitState(event, "failed");
			assertThat(failed.hasCode()).isFalse();
			assertThat(failed.tries()).isOne();
			JsonNode published = this.events.await("notification.deliveries", "NoticeFailed",
					(body) -> body.path("noticeId").asString().equals(failed.id().toString()));
			GoldenSamples.assertMatches("notification.deliveries", "NoticeFailed", published);
			assertThat(published.path("reason").asString()).isEqualTo("mailbox refused (550)");
		}
	}

	@Test
	void takesOverWhatADeadWorkerLeftUnderTheSameMessageId() {
		try (ScriptedSmtp server = new ScriptedSmtp(Map.of())) {
			this.sender.setPort(server.port());
			UUID event = this.fixture.askForCode(this.address, "40718293");
			NoticeRow sent = this.fixture.awaitState(event, "delivered");
			this.database.sql("update notice set state = 'sending', sealed_code = :code, due_at = now() where id = :id")
				.bind("id", sent.id())
				.bind("code", this.seal.close("40718293", verificationOf(sent)))
				.fetch()
				.rowsUpdated()
				.block();
			NoticeRow again = this.fixture.awaitState(event, "delivered");
			assertThat(again.tries()).isEqualTo(2);
			assertThat(server.mails()).filteredOn((mail) -> mail.contains(this.address))
				.hasSize(2)
				.allMatch((mail) -> mail.contains("Message-ID: <" + sent.id() + "@fairhaven.example>"));
		}
	}

	@Test
	void givesUpOnAReaderWhoNeverBecomesKnown() {
		UUID event = this.fixture.publishPayment("PaymentSubmitted", UUID.randomUUID(), Map.of());
		this.fixture.awaitState(event, "waiting-for-contact");
		this.database.sql("update notice set created_at = created_at - interval '49 hours' where event_id = :event")
			.bind("event", event)
			.fetch()
			.rowsUpdated()
			.block();
		assertThat(this.fixture.awaitState(event, "failed").failure()).contains("no contact");
	}

	@Test
	void settlesNothingThatAnotherHasTakenOver() {
		UUID event = this.fixture.askForCode(this.address, "40718293");
		NoticeRow row = this.fixture.awaitState(event, "delivered");
		DueNotice stale = new DueNotice(new NoticeId(row.id()), Template.VERIFICATION_CODE, "email", null, this.address,
				null, Language.ENGLISH, "{}", null, null, 0, Instant.now(), false);
		assertThat(this.deliveries.renew(List.of(stale), this.settings.lease()).block()).isEmpty();
		assertThat(this.deliveries.settle(List.of(Settlement.failed(stale, "late"))).block()).isEmpty();
		assertThat(this.fixture.notice(event).state()).isEqualTo("delivered");
	}

	@Test
	void sendsNothingTwiceWhereWorkersShare() throws Exception {
		DeliveryWorker second = worker();
		second.start();
		List<UUID> asked = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			asked.add(this.fixture.askForCode(this.address, "%08d".formatted(i)));
		}
		asked.forEach((event) -> this.fixture.awaitState(event, "delivered"));
		CountDownLatch stopped = new CountDownLatch(1);
		second.stop(stopped::countDown);
		assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(this.mail.received(this.address)).hasSize(40);
		assertThat(asked).allSatisfy((event) -> assertThat(this.fixture.notice(event).tries()).isOne());
	}

	@Test
	void deliversRightAfterTheCommitWithoutWaitingForAPoll() {
		List<Long> waits = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			UUID event = this.fixture.askForCode(this.address, "40718293");
			this.fixture.awaitState(event, "delivered");
			waits.add(this.database
				.sql("select (extract(epoch from changed_at - created_at) * 1000)::bigint as ms "
						+ "from notice where event_id = :event")
				.bind("event", event)
				.map((row) -> row.get("ms", Long.class))
				.one()
				.block());
		}
		assertThat(waits.stream().sorted().toList().get(1)).isLessThan(this.settings.poll().toMillis() / 2);
	}

	@Test
	void stopsAndStartsAgain() throws Exception {
		DeliveryWorker worker = worker();
		worker.start();
		assertThat(worker.isRunning()).isTrue();
		CountDownLatch stopped = new CountDownLatch(1);
		worker.stop(stopped::countDown);
		assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(worker.isRunning()).isFalse();
	}

	private DeliveryWorker worker() {
		return new DeliveryWorker(this.deliverNotices, this.inHand, this.mailer, this.signal, this.settings);
	}

	private static String verificationOf(NoticeRow row) {
		return JsonMapper.shared().readTree(row.whole()).path("parameters").path("verificationId").asString();
	}

}
