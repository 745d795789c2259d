package city.plaza.notification.security;

import java.util.Map;
import java.util.UUID;

import city.plaza.notification.NotificationFixture;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import city.plaza.platform.testing.TestMail;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class LegacyHintTests {

	private static final String TOPIC = "identity.security";

	private final UUID hint = UUID.randomUUID();

	private final String address = NotificationFixture.newAddress();

	@Autowired
	private TestEvents events;

	@Autowired
	private TestMail mail;

	@Autowired
	private NotificationFixture fixture;

	@Test
	void readsTheGoldenSample() {
		assertThat(JsonMapper.builder()
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.build()
			.readValue(GoldenSamples.sample(TOPIC, LegacyHintRequested.TYPE), LegacyHintRequested.class))
			.isEqualTo(new LegacyHintRequested(UUID.fromString("0197a000-0000-7000-8000-000000000005"),
					"pat@example.com", "Pat", "en"));
	}

	@Test
	void mailsTheAddressOnFileWhereToRegister() {
		publish("en");
		this.fixture.awaitDelivered(this.hint);
		assertThat(this.mail.received(this.address)).singleElement().satisfies((got) -> {
			assertThat(got.subject()).isEqualTo("Your account for paying city bills");
			assertThat(got.text()).startsWith("Hello Pat,").contains("It is this one", "/register");
			assertThat(got.html()).contains("<html lang=\"en\"", "Hello Pat,", "/register");
			assertThat(got.text() + got.html()).doesNotContain(this.address, this.hint.toString());
		});
	}

	@Test
	void writesInTheLanguageOnFile() {
		publish("es");
		this.fixture.awaitDelivered(this.hint);
		assertThat(this.mail.received(this.address)).singleElement().satisfies((got) -> {
			assertThat(got.subject()).isEqualTo("Su cuenta para pagar las facturas de la ciudad");
			assertThat(got.text()).startsWith("Hola, Pat:").contains("Es este, el que recibió", "/register");
			assertThat(got.html()).contains("<html lang=\"es\"", "Hola, Pat:", "/register");
		});
	}

	@Test
	void sendsOneMailForAHintHoweverOftenItIsPublished() {
		UUID event = UUID.randomUUID();
		publish(event, this.hint, "en");
		publish(event, this.hint, "en");
		publish(UUID.randomUUID(), this.hint, "es");
		UUID later = UUID.randomUUID();
		publish(UUID.randomUUID(), later, "en");
		this.fixture.awaitDelivered(later);
		this.fixture.awaitDelivered(this.hint);
		assertThat(this.fixture.countNotices(this.hint)).isOne();
		assertThat(this.mail.received(this.address)).hasSize(2);
	}

	@Test
	void keepsNothingOfTheOldAccountButTheNameToGreet() {
		publish("en");
		this.fixture.awaitDelivered(this.hint);
		assertThat(
				JsonMapper.shared().readTree(this.fixture.notice(this.hint).whole()).path("parameters").propertyNames())
			.containsExactly("givenName");
	}

	private void publish(String language) {
		publish(UUID.randomUUID(), this.hint, language);
	}

	/** All of one test under one key, so that they are read in this order. */
	private void publish(UUID event, UUID hintId, String language) {
		this.events.publish(event, TOPIC, this.hint.toString(), LegacyHintRequested.TYPE,
				NotificationFixture.sample(TOPIC, LegacyHintRequested.TYPE,
						Map.of("hintId", hintId.toString(), "email", this.address, "language", language)));
	}

}
