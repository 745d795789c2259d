package city.plaza.identity.verification;

import java.time.Duration;
import java.util.stream.IntStream;

import city.plaza.identity.IdentityFixture;
import city.plaza.identity.account.EmailAddress;
import city.plaza.platform.security.ClientAddress;
import city.plaza.platform.testing.PlazaTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class CodeLimitsTests {

	private final EmailAddress email = new EmailAddress(IdentityFixture.newEmail());

	@Autowired
	private CodeLimits limits;

	@Autowired
	private IdentityFixture fixture;

	@Test
	void leavesTheOwnerAWayWhenManyNetworksHaveUsedTheMailboxUp() {
		long mailed = IntStream.range(0, 40)
			.filter((number) -> Duration.ZERO.equals(take("10.99.0." + number / 5)))
			.count();
		// The last way's is among them.
		assertThat(mailed).isEqualTo(21);
		assertThat(take("192.0.2.200")).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
		this.fixture.clock().pass(Duration.ofHours(1));
		assertThat(take("192.0.2.200")).isZero();
	}

	private @Nullable Duration take(String from) {
		return this.limits.take(this.email, ClientAddress.of(from)).block();
	}

}
