package city.plaza.notification.contact;

import java.util.UUID;

import city.plaza.platform.testing.GoldenSamples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ContactContractTests {

	private static final ResidentId PAT = new ResidentId(UUID.fromString("0198c0de-0000-7000-8000-000000000001"));

	private final JsonMapper json = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	@Test
	void readsOfAResident() {
		assertThat(this.json.readValue(GoldenSamples.sample("identity.residents", "ResidentRegistered"),
				ResidentRegistered.class))
			.isEqualTo(new ResidentRegistered(PAT, "pat.example@example.org", "Pat", "Example", "en"));
	}

	@Test
	void readsOfAChange() {
		ContactChanged changed = this.json.readValue(GoldenSamples.sample("identity.residents", "ContactChanged"),
				ContactChanged.class);
		assertThat(changed)
			.isEqualTo(new ContactChanged(PAT, 2, "pat.example@example.org", "Pat", "Example-Moved", "es"));
		assertThat(changed.contact())
			.isEqualTo(new Contact(PAT, "pat.example@example.org", "Pat", "Example-Moved", "es", 2));
	}

}
