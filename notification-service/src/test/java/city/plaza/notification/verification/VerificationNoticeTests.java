package city.plaza.notification.verification;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import city.plaza.notification.NotificationFixture;
import city.plaza.notification.NotificationFixture.NoticeRow;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import city.plaza.platform.testing.TestMail;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class VerificationNoticeTests {

	private static final String TOPIC = "identity.verification";

	private static final String CODE = "40718293";

	private final String address = NotificationFixture.newAddress();

	@Autowired
	private TestEvents events;

	@Autowired
	private TestMail mail;

	@Autowired
	private NotificationFixture fixture;

	@Test
	void sendsTheCodeInOneMail() {
		UUID event = this.fixture.askForCode(this.address, CODE);
		this.fixture.awaitDelivered(event);
		assertThat(this.mail.received(this.address)).singleElement().satisfies((got) -> {
			assertThat(got.subject()).isEqualTo("Your verification code for City of Fairhaven");
			assertThat(got.text()).startsWith("Your code is").contains(CODE);
			assertThat(got.html()).contains(CODE);
		});
	}

	@Test
	void sendsTheCodeInTheLanguageInWhichItWasAskedFor() {
		UUID event = this.events.publish(TOPIC, UUID.randomUUID().toString(), "VerificationCodeRequested",
				this.fixture.request(this.address, CODE, Duration.ofMinutes(10))
					.replace("\"language\":\"en\"", "\"language\":\"es\"")
					.replace("\"language\": \"en\"", "\"language\": \"es\""));
		this.fixture.awaitDelivered(event);
		assertThat(this.mail.received(this.address)).singleElement().satisfies((got) -> {
			assertThat(got.subject()).isEqualTo("Su código de verificación de Ciudad de Fairhaven");
			assertThat(got.text()).startsWith("Su código es").contains(CODE);
			assertThat(got.html()).contains("<html lang=\"es\"");
		});
	}

	@Test
	void mailsNoNameThatNobodyHasProved() {
		UUID event = this.events.publish(TOPIC, UUID.randomUUID().toString(), "VerificationCodeRequested",
				this.fixture.request(this.address, CODE, Duration.ofMinutes(10))
					.replaceFirst("\\{", "{\"givenName\":\"Ada & Co. (urgent, pay at www.evil.com)\","));
		this.fixture.awaitDelivered(event);
		assertThat(this.mail.received(this.address)).singleElement().satisfies((got) -> {
			assertThat(got.text()).doesNotContain("Ada", "evil");
			assertThat(got.html()).doesNotContain("Ada", "evil");
		});
	}

	@Test
	void tellsThatItWasDelivered() {
		UUID event = this.fixture.askForCode(this.address, CODE);
		String notice = this.fixture.awaitState(event, "delivered").id().toString();
		JsonNode body = this.events.await("notification.deliveries", "NoticeDelivered",
				(delivered) -> delivered.path("noticeId").asString().equals(notice));
		GoldenSamples.assertMatches("notification.deliveries", "NoticeDelivered", body);
		assertThat(body.path("template").asString()).isEqualTo("verification-code");
		assertThat(body.has("residentId")).isFalse();
	}

	@Test
	void sendsOneMailForAnEventThatComesTwice() {
		UUID event = UUID.randomUUID();
		String request = this.fixture.request(this.address, CODE, Duration.ofMinutes(10));
		String key = UUID.randomUUID().toString();
		this.events.publish(event, TOPIC, key, "VerificationCodeRequested", request);
		this.events.publish(event, TOPIC, key, "VerificationCodeRequested", request);
		UUID later = this.events.publish(TOPIC, key, "VerificationCodeRequested",
				this.fixture.request(NotificationFixture.newAddress(), CODE, Duration.ofMinutes(10)));
		this.fixture.awaitDelivered(later);
		this.fixture.awaitDelivered(event);
		assertThat(this.fixture.countNotices(event)).isOne();
		assertThat(this.mail.received(this.address)).hasSize(1);
	}

	@Test
	void storesNoOpenCodeAndWipesTheSealedOne() {
		UUID event = this.fixture.askForCode(this.address, CODE);
		NoticeRow queued = Awaitility.await().until(() -> this.fixture.notice(event), (row) -> !row.whole().isEmpty());
		assertThat(queued.whole()).doesNotContain(CODE);
		NoticeRow delivered = this.fixture.awaitState(event, "delivered");
		assertThat(delivered.hasCode()).isFalse();
		assertThat(delivered.whole()).doesNotContain(CODE).contains("\"sealed_code\":null");
	}

	@Test
	void logsNoCode() {
		ListAppender<ILoggingEvent> lines = new ListAppender<>();
		Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
		Logger own = (Logger) LoggerFactory.getLogger("city.plaza");
		lines.start();
		root.addAppender(lines);
		own.setLevel(Level.TRACE);
		try {
			this.fixture.awaitDelivered(this.fixture.askForCode(this.address, "55443322"));
		}
		finally {
			own.setLevel(null);
			root.detachAppender(lines);
		}
		assertThat(lines.list).noneMatch((line) -> line.getFormattedMessage().contains("55443322"));
	}

	@Test
	void doesNotSendACodeThatHasExpired() {
		UUID event = this.events.publish(TOPIC, UUID.randomUUID().toString(), "VerificationCodeRequested",
				this.fixture.request(this.address, CODE, Duration.ofSeconds(-1)));
		NoticeRow failed = this.fixture.awaitState(event, "failed");
		assertThat(failed.failure()).isEqualTo("expired before it could be sent");
		assertThat(failed.hasCode()).isFalse();
		JsonNode body = this.events.await("notification.deliveries", "NoticeFailed",
				(published) -> published.path("noticeId").asString().equals(failed.id().toString()));
		GoldenSamples.assertMatches("notification.deliveries", "NoticeFailed", body);
		assertThat(this.mail.received(this.address)).isEmpty();
	}

	@Test
	void putsACodeAsideThatDoesNotOpen() {
		String request = this.fixture.request(this.address, CODE, Duration.ofMinutes(10));
		String moved = NotificationFixture.sample(TOPIC, "VerificationCodeRequested", Map.of("email", this.address));
		UUID poison = this.events.publish(TOPIC, "poison", "VerificationCodeRequested", moved);
		UUID good = this.events.publish(TOPIC, "poison", "VerificationCodeRequested", request);
		this.fixture.awaitDelivered(good);
		assertThat(this.fixture.countNotices(poison)).isZero();
		String deadLetters = TOPIC + ".notification-service.verifications.dlt";
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(this.events.all(deadLetters)).filteredOn((event) -> event.id().equals(poison))
						.singleElement()
						.satisfies((event) -> assertThat(event.body().toString()).doesNotContain(CODE)));
		assertThat(this.mail.received(this.address)).hasSize(1);
	}

	@Test
	void warnsTheHolderOfAKnownAddress() {
		UUID event = this.events.publish(TOPIC, UUID.randomUUID().toString(), "KnownAddressRegistered",
				NotificationFixture.sample(TOPIC, "KnownAddressRegistered", Map.of("email", this.address)));
		this.fixture.awaitDelivered(event);
		assertThat(this.mail.received(this.address)).singleElement()
			.satisfies((got) -> assertThat(got.text()).contains("You already have one"));
	}

}
