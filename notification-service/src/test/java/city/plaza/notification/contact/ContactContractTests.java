package city.plaza.notification.contact;

import java.util.UUID;

import city.plaza.platform.testing.GoldenSamples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ContactContractTests {

	@Test
	void readsOfAResident() {
		JsonMapper json = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
		assertThat(json.readValue(GoldenSamples.sample("identity.residents", "ResidentRegistered"),
				ResidentRegistered.class))
			.isEqualTo(new ResidentRegistered(new ResidentId(UUID.fromString("0198c0de-0000-7000-8000-000000000001")),
					"pat.example@example.org", "Pat", "Example", "en"));
	}

}
