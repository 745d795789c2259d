package city.plaza.notification.security;

import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import city.plaza.notification.NotificationFixture;
import city.plaza.platform.messages.Language;
import city.plaza.platform.messages.Messages;
import city.plaza.platform.testing.GoldenSamples;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import city.plaza.platform.testing.TestMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class SecurityNoticeTests {

	private static final String TOPIC = "identity.security";

	private final String address = NotificationFixture.newAddress();

	@Autowired
	private TestEvents events;

	@Autowired
	private TestMail mail;

	@Autowired
	private NotificationFixture fixture;

	@Autowired
	private Messages messages;

	@Test
	void notifiesTheHolderByNameOfWhatChanged() {
		this.fixture.register(UUID.randomUUID(), this.address);
		publish("sign-in-method-added");
		assertThat(this.mail.await(this.address)).singleElement().satisfies((got) -> {
			assertThat(got.subject()).isEqualTo("A way to sign in was added");
			assertThat(got.text()).contains("On 3/2/2026 at 9:09 AM, Example Login was added", "/forgot-password",
					"/contact");
			assertThat(got.html()).contains("Example Login was added", "/forgot-password");
		});
	}

	/** Staff are no residents, and an address of before is nobody's any more. */
	@Test
	void notifiesAnAddressThatNoResidentHas() {
		publish("email-changed");
		assertThat(this.mail.await(this.address)).singleElement()
			.satisfies((got) -> assertThat(got.text()).startsWith("On 3/2/2026 at 9:09 AM, the email address"));
	}

	@Test
	void notifiesOfAChangeThatItDoesNotKnow() {
		publish("something-new");
		assertThat(this.mail.await(this.address)).singleElement()
			.satisfies((got) -> assertThat(got.text()).startsWith("The security settings of your account changed on"));
	}

	/** The contract's list is what can come. */
	@ParameterizedTest
	@EnumSource
	void hasWordsForEveryChange(Language language) {
		List<String> changes = changes();
		assertThat(changes).hasSizeGreaterThan(10);
		assertThat(changes).allSatisfy((change) -> {
			assertThat(text(language, "subject.security-changed", "", change))
				.isNotEqualTo(text(language, "subject.security-changed", "", "other"));
			assertThat(text(language, "security-changed.what", change, "1/1", "1:00", "X", "yes"))
				.isNotEqualTo(text(language, "security-changed.what", "other", "1/1", "1:00", "X", "yes"))
				.contains("1/1", "1:00");
		});
	}

	private void publish(String change) {
		String account = UUID.randomUUID().toString();
		this.events.publish(TOPIC, account, SecurityChanged.TYPE,
				GoldenSamples.sample(TOPIC, SecurityChanged.TYPE)
					.replace("sign-in-method-added", change)
					.replace("pat.example@example.org", this.address));
	}

	private String text(Language language, String key, Object... values) {
		return this.messages.text(language, key, values);
	}

	private static List<String> changes() {
		JsonNode schema = JsonMapper.shared().readTree(GoldenSamples.schema(TOPIC, SecurityChanged.TYPE));
		return StreamSupport.stream(schema.at("/properties/change/enum").spliterator(), false)
			.map((value) -> value.asString().replace('-', '_'))
			.toList();
	}

}
