package city.plaza.notification.link;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import city.plaza.notification.NotificationFixture;
import city.plaza.notification.NotificationFixture.NoticeRow;
import city.plaza.platform.security.Seal;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import city.plaza.platform.testing.TestMail;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class LinkNoticeTests {

	private static final String TOPIC = "account-link.links";

	@Autowired
	private TestEvents events;

	@Autowired
	private TestMail mail;

	@Autowired
	private Seal seal;

	@Autowired
	private NotificationFixture fixture;

	@ParameterizedTest
	@CsvSource({ "AccountLinked, is now linked to your account", "AccountUnlinked, is no longer linked" })
	void notifiesTheResident(String type, String words) {
		UUID resident = UUID.randomUUID();
		String address = NotificationFixture.newAddress();
		this.fixture.register(resident, address);
		String link = UUID.randomUUID().toString();
		this.events.publish("account-link.links", link, type, NotificationFixture.sample("account-link.links", type,
				Map.of("linkId", link, "residentId", resident.toString())));
		assertThat(this.mail.await(address).getFirst().text()).contains("100234", "EXAMPLE CUSTOMER", words);
	}

	@Test
	void mailsAnotherResidentTheTokenAndKeepsItNowhere() {
		UUID resident = UUID.randomUUID();
		String address = NotificationFixture.newAddress();
		this.fixture.register(resident, address);
		String dispute = UUID.randomUUID().toString();
		String token = "token-" + dispute;
		UUID event = this.events.publish(TOPIC, dispute, "LinkNoticeRequested",
				NotificationFixture.sample(TOPIC, "LinkNoticeRequested",
						Map.of("disputeId", dispute, "residentId", resident.toString(), "sealedToken",
								this.seal.close(token, dispute), "expiresAt",
								Instant.now().plus(Duration.ofDays(30)).toString())));
		assertThat(this.mail.await(address).getFirst().text()).contains("/link-disputes/" + token, "100234");
		NoticeRow row = this.fixture.awaitState(event, "delivered");
		assertThat(row.hasCode()).isFalse();
		assertThat(row.whole()).doesNotContain(token);
	}

	@Test
	void tellsOfADisputeTheResidentAndTheHelpDesk() {
		UUID resident = UUID.randomUUID();
		String address = NotificationFixture.newAddress();
		this.fixture.register(resident, address);
		String link = UUID.randomUUID().toString();
		this.events.publish(TOPIC, link, "AccountLinkSuspended", NotificationFixture.sample(TOPIC,
				"AccountLinkSuspended", Map.of("linkId", link, "residentId", resident.toString())));
		assertThat(this.mail.await(address).getFirst().text()).contains("suspended your link", "100234");
		Awaitility.await()
			.until(() -> this.mail.received("css@fairhaven.example")
				.stream()
				.anyMatch((mail) -> mail.text().contains(link) && mail.text().contains(resident.toString())));
	}

}
