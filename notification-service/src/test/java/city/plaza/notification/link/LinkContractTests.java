package city.plaza.notification.link;

import java.time.Instant;
import java.util.UUID;

import city.plaza.notification.contact.ResidentId;
import city.plaza.platform.testing.GoldenSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class LinkContractTests {

	private final JsonMapper json = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	@ParameterizedTest
	@ValueSource(strings = { "AccountLinked", "AccountUnlinked" })
	void readsOfALink(String type) {
		assertThat(this.json.readValue(GoldenSamples.sample("account-link.links", type), LinkChanged.class))
			.isEqualTo(new LinkChanged(new ResidentId(UUID.fromString("0198c0de-0000-7000-8000-000000000001")),
					"100234", "EXAMPLE CUSTOMER"));
	}

	@Test
	void readsOfANewLinkToTellOf() {
		assertThat(this.json.readValue(GoldenSamples.sample("account-link.links", "LinkNoticeRequested"),
				LinkNoticeRequested.class))
			.isEqualTo(new LinkNoticeRequested(new DisputeId(UUID.fromString("0198c0de-0000-7000-8000-000000000008")),
					new ResidentId(UUID.fromString("0198c0de-0000-7000-8000-000000000009")), "100234",
					"EXAMPLE CUSTOMER", Instant.parse("2026-03-02T15:04:05Z"), "c2VhbGVkLXRva2VuLW9mLXRoZS1zYW1wbGU=",
					Instant.parse("2026-04-01T15:04:05Z")));
	}

	@Test
	void readsOfASuspendedLink() {
		assertThat(this.json.readValue(GoldenSamples.sample("account-link.links", "AccountLinkSuspended"),
				LinkSuspended.class))
			.isEqualTo(new LinkSuspended(UUID.fromString("0198c0de-0000-7000-8000-000000000002"),
					new ResidentId(UUID.fromString("0198c0de-0000-7000-8000-000000000001")), "100234",
					"EXAMPLE CUSTOMER", Instant.parse("2026-03-03T08:00:00Z")));
	}

}
