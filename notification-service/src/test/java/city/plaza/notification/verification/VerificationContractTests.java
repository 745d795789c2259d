package city.plaza.notification.verification;

import java.time.Instant;
import java.util.UUID;

import city.plaza.platform.testing.GoldenSamples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class VerificationContractTests {

	private static final String TOPIC = "identity.verification";

	private final JsonMapper json = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	@Test
	void readsAWishForACode() {
		assertThat(this.json.readValue(GoldenSamples.sample(TOPIC, "VerificationCodeRequested"),
				VerificationCodeRequested.class))
			.isEqualTo(new VerificationCodeRequested(UUID.fromString("0198c0de-0000-7000-8000-000000000005"),
					UUID.fromString("0198c0de-0000-7000-8000-000000000004"), "registration", "pat.example@example.org",
					"c2VhbGVkLWNvZGUtb2YtdGhlLXNhbXBsZQ==", Instant.parse("2026-03-02T15:14:05Z"), "en"));
	}

	@Test
	void readsOfAKnownAddress() {
		assertThat(this.json.readValue(GoldenSamples.sample(TOPIC, "KnownAddressRegistered"),
				KnownAddressRegistered.class))
			.isEqualTo(new KnownAddressRegistered("pat.example@example.org"));
	}

	@Test
	void readsOfAnAddressWithoutAnAccount() {
		assertThat(this.json.readValue(GoldenSamples.sample(TOPIC, "NoAccountToReset"), NoAccountToReset.class))
			.isEqualTo(new NoAccountToReset("pat.example@example.org", "en"));
	}

	@Test
	void readsOfAnInvitation() {
		assertThat(this.json.readValue(GoldenSamples.sample(TOPIC, "StaffInvited"), StaffInvited.class))
			.isEqualTo(new StaffInvited(UUID.fromString("0198c0de-0000-7000-8000-000000000041"), "alex@example.org",
					"c2VhbGVkLXRva2VuLW9mLXRoZS1zYW1wbGU=", Instant.parse("2026-03-05T15:04:05Z")));
	}

}
