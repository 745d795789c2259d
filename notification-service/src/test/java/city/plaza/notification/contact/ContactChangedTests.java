package city.plaza.notification.contact;

import java.util.Map;
import java.util.UUID;

import city.plaza.notification.NotificationFixture;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import city.plaza.platform.testing.TestMail;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Notices follow their reader: a new name, address or language counts from then on. */
@PlazaTest
class ContactChangedTests {

	private static final String TOPIC = "identity.residents";

	private final UUID resident = UUID.randomUUID();

	private final String first = NotificationFixture.newAddress();

	private final String second = NotificationFixture.newAddress();

	@Autowired
	private TestEvents events;

	@Autowired
	private TestMail mail;

	@Autowired
	private Contacts contacts;

	@Autowired
	private NotificationFixture fixture;

	@Test
	void writesToTheNewAddressInTheNewLanguage() {
		this.fixture.register(this.resident, this.first);
		change(1, this.second, "Robin", "es");
		Awaitility.await().until(() -> this.contacts.byEmail(this.second).blockOptional().isPresent());
		this.fixture.publishPayment("PaymentPosted", this.resident, Map.of());
		TestMail.Mail notice = this.mail.await(this.second).getFirst();
		assertThat(notice.text()).contains("Robin").doesNotContain("Hello");
		assertThat(this.mail.received(this.first)).isEmpty();
	}

	@Test
	void passesOverWhatIsOlderOrTheSame() {
		assertThat(keeps(2, this.first)).isTrue();
		assertThat(keeps(1, this.second)).isFalse();
		assertThat(keeps(2, this.second)).isFalse();
		assertThat(keeps(0, this.second)).isFalse();
		assertThat(this.contacts.byEmail(this.second).blockOptional()).isEmpty();
		assertThat(keeps(3, this.second)).isTrue();
		assertThat(this.contacts.byEmail(this.first).blockOptional()).isEmpty();
	}

	/** The events of identity-service are behind: the change is all that is known. */
	@Test
	void sendsWhatWaitsForTheResident() {
		UUID posted = this.fixture.publishPayment("PaymentPosted", this.resident, Map.of());
		this.fixture.awaitState(posted, "waiting-for-contact");
		change(1, this.first, "Robin", "en");
		assertThat(this.mail.await(this.first).getFirst().text()).contains("Robin");
	}

	private Boolean keeps(long revision, String email) {
		return this.contacts.keep(new Contact(new ResidentId(this.resident), email, "Pat", "Example", "en", revision))
			.block();
	}

	private void change(long revision, String email, String givenName, String language) {
		ObjectNode body = (ObjectNode) JsonMapper.shared()
			.readTree(NotificationFixture.sample(TOPIC, "ContactChanged", Map.of("residentId", this.resident.toString(),
					"email", email, "givenName", givenName, "language", language)));
		this.events.publish(TOPIC, this.resident.toString(), "ContactChanged",
				body.put("revision", revision).toString());
	}

}
