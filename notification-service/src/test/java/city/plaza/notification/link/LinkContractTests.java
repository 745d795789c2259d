package city.plaza.notification.link;

import java.util.UUID;

import city.plaza.platform.testing.GoldenSamples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class LinkContractTests {

	@ParameterizedTest
	@ValueSource(strings = { "AccountLinked", "AccountUnlinked" })
	void readsOfALink(String type) {
		JsonMapper json = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
		assertThat(json.readValue(GoldenSamples.sample("account-link.links", type), LinkChanged.class)).isEqualTo(
				new LinkChanged(UUID.fromString("0198c0de-0000-7000-8000-000000000001"), "100234", "EXAMPLE CUSTOMER"));
	}

}
