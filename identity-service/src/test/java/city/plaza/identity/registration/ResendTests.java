package city.plaza.identity.registration;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import city.plaza.identity.IdentityFixture;
import city.plaza.platform.security.ClientAddress;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class ResendTests {

	private static final Duration MINUTE = Duration.ofSeconds(60);

	private final String email = IdentityFixture.newEmail();

	@Autowired
	private IdentityFixture fixture;

	@Autowired
	private SignUpLimits signUps;

	@Test
	void sendsAnotherCodeAfterAMinuteAndEndsTheOldOne() {
		String registration = this.fixture.register(this.email);
		String old = this.fixture.codeOf(registration);
		assertThat(IdentityFixture.problem(this.fixture.resending(registration)
			.expectStatus()
			.isEqualTo(429)
			.expectHeader()
			.value(HttpHeaders.RETRY_AFTER, (after) -> assertThat(Integer.parseInt(after)).isBetween(50, 60))))
			.isEqualTo("resend-too-soon");
		this.fixture.clock().pass(MINUTE);
		this.fixture.resending(registration).expectStatus().isAccepted().expectBody().isEmpty();
		String fresh = this.fixture.codesOf(registration, 2).getLast();
		assertThat(IdentityFixture.problem(this.fixture.confirming(registration, old))).isEqualTo("wrong-code");
		this.fixture.confirming(registration, fresh).expectStatus().isCreated();
	}

	@Test
	void givesNewTriesWithANewCode() {
		String registration = this.fixture.register(this.email);
		IntStream.range(0, 6).forEach((number) -> this.fixture.confirming(registration, "0"));
		this.fixture.clock().pass(MINUTE);
		this.fixture.resending(registration).expectStatus().isAccepted();
		this.fixture.confirming(registration, this.fixture.codesOf(registration, 2).getLast())
			.expectStatus()
			.isCreated();
	}

	@Test
	void sendsFiveCodesToAnAddressInADay() {
		String registration = this.fixture.register(this.email);
		for (int count = 2; count <= 5; count++) {
			this.fixture.clock().pass(MINUTE);
			this.fixture.resending(registration).expectStatus().isAccepted();
		}
		this.fixture.clock().pass(MINUTE);
		assertThat(IdentityFixture.problem(this.fixture.resending(registration)
			.expectStatus()
			.isEqualTo(429)
			.expectHeader()
			.value(HttpHeaders.RETRY_AFTER, (after) -> assertThat(Integer.parseInt(after)).isBetween(86_000, 86_400))))
			.isEqualTo("too-many-codes");
		this.fixture.clock().pass(Duration.ofHours(24));
		this.fixture.resending(registration).expectStatus().isAccepted();
		assertThat(this.fixture.mailsOf(registration, 6)).hasSize(6);
	}

	@Test
	void mailsNoMoreForAnAddressOverItsLimitAndDoesNotDiscloseIt() {
		List<String> mailed = IntStream.range(0, 5).mapToObj((number) -> this.fixture.register(this.email)).toList();
		mailed.forEach((registration) -> this.fixture.mailsOf(registration, 1));
		String silent = this.fixture.register(this.email);
		String later = this.fixture.register(IdentityFixture.newEmail());
		this.fixture.mailsOf(later, 1);
		assertThat(this.fixture.mailsOf(silent, 0)).isEmpty();
		assertThat(IdentityFixture.problem(this.fixture.confirming(silent, "12345678"))).isEqualTo("wrong-code");
		this.fixture.confirming(mailed.getFirst(), this.fixture.codeOf(mailed.getFirst())).expectStatus().isCreated();
	}

	@Test
	void letsTheOwnerRegisterAnAddressThatOthersUsedUp() {
		IntStream.range(0, 6).forEach((number) -> this.fixture.register(this.email, "198.51.100.31"));
		String owners = this.fixture.register(this.email);
		this.fixture.confirming(owners, this.fixture.codeOf(owners)).expectStatus().isCreated();
	}

	@Test
	void mailsOneMailboxFiveTimesHoweverItIsWritten() {
		List<String> registrations = IntStream.range(0, 20)
			.mapToObj((number) -> this.fixture.register(this.email.replace("@", "+" + number + "@"), "198.51.100.32"))
			.toList();
		this.fixture.mailsOf(this.fixture.register(IdentityFixture.newEmail()), 1);
		assertThat(registrations).filteredOn((registration) -> !this.fixture.mailsOf(registration, 0).isEmpty())
			.hasSize(5);
	}

	@Test
	void takesTwoHundredSignUpsAtOnce() {
		List<Integer> answers = IdentityFixture.atOnce(200, (number) -> IdentityFixture
			.status(this.fixture.registering(IdentityFixture.newEmail(), IdentityFixture.PASSWORD)));
		assertThat(answers).containsOnly(202);
	}

	@Test
	void refusesANetworkThatRegistersAllTheTime() {
		String from = "203.0.113.44";
		IntStream.range(0, 60).forEach((number) -> assertThat(take(from)).isZero());
		assertThat(IdentityFixture.problem(this.fixture.registering(this.email, IdentityFixture.PASSWORD, from)
			.expectStatus()
			.isEqualTo(429)
			.expectHeader()
			.value(HttpHeaders.RETRY_AFTER, (after) -> assertThat(Integer.parseInt(after)).isBetween(3_000, 3_600))))
			.isEqualTo("too-many-tries");
		this.fixture.register(this.email);
	}

	@Test
	void countsASiteOfIpv6() {
		long admitted = IntStream.range(0, 300)
			.filter((number) -> take("2001:db8:55:%x::1".formatted(number)).isZero())
			.count();
		assertThat(admitted).isEqualTo(240);
	}

	@Test
	void usesUpNothingOfANetworkWhoseSiteIsRefused() {
		IntStream.range(0, 240).forEach((number) -> take("2001:db8:56:%x::1".formatted(number)));
		this.fixture.clock().pass(Duration.ofMinutes(50));
		IntStream.range(0, 60).forEach((number) -> assertThat(take("2001:db8:56:9999::1")).isPositive());
		this.fixture.clock().pass(Duration.ofMinutes(10));
		assertThat(take("2001:db8:56:9999::1")).isZero();
	}

	private @Nullable Duration take(String from) {
		return this.signUps.take(ClientAddress.of(from)).block();
	}

	@Test
	void countsExactlyFiveOfTwelveRegistrationsAtOnce() {
		List<String> registrations = IdentityFixture.atOnce(12, (number) -> this.fixture.register(this.email));
		String last = this.fixture.register(IdentityFixture.newEmail());
		this.fixture.mailsOf(last, 1);
		long mailed = registrations.stream()
			.mapToLong((registration) -> this.fixture.mailsOf(registration, 0).size())
			.sum();
		assertThat(mailed).isEqualTo(5);
	}

	@Test
	void resendsForAKnownAddressWithinTheSameLimits() {
		this.fixture.resident(this.email);
		String decoy = this.fixture.register(this.email);
		for (int count = 3; count <= 5; count++) {
			this.fixture.clock().pass(MINUTE);
			this.fixture.resending(decoy).expectStatus().isAccepted().expectBody().isEmpty();
		}
		this.fixture.clock().pass(MINUTE);
		assertThat(IdentityFixture.problem(this.fixture.resending(decoy).expectStatus().isEqualTo(429)))
			.isEqualTo("too-many-codes");
		assertThat(this.fixture.mailsOf(decoy, 4)).hasSize(4)
			.extracting(TestEvent::type)
			.containsOnly("KnownAddressRegistered");
	}

}
