package city.plaza.accountlink.link;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import city.plaza.accountlink.customer.Customer;
import city.plaza.accountlink.customer.CustomerNumber;
import city.plaza.accountlink.resident.ResidentId;
import city.plaza.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class LinkProblemsTests {

	/** The codes are released: clients know them. */
	static final Map<LinkOutcome, String> RELEASED = Map.of(new LinkOutcome.NoSuchAccount(),
			"422 no-such-customer-account", new LinkOutcome.FurtherProofRequired(), "422 further-proof-required",
			new LinkOutcome.ProofRefused(), "422 further-proof-refused", new LinkOutcome.AlreadyLinked(),
			"409 already-linked", new LinkOutcome.Suspended(), "409 link-suspended",
			new LinkOutcome.TooManyTries(Duration.ofHours(3)), "429 too-many-tries");

	static final Iterable<LinkOutcome> OUTCOMES = RELEASED.keySet();

	@ParameterizedTest
	@FieldSource("OUTCOMES")
	void describeEachOutcome(LinkOutcome outcome) {
		Problem problem = LinkProblems.of(outcome);
		assertThat(problem.status().value() + " " + problem.code()).isEqualTo(RELEASED.get(outcome));
		assertThat(problem.detail()).endsWith(".");
		assertThat(problem.retryAfter())
			.isEqualTo((outcome instanceof LinkOutcome.TooManyTries tries) ? tries.retryAfter() : null);
	}

	/** Which of number, name and bill was wrong would show a guesser where to go on. */
	@ParameterizedTest
	@FieldSource("OUTCOMES")
	void nameNoFieldThatWasWrong(LinkOutcome outcome) {
		assertThat(LinkProblems.of(outcome).field()).isNull();
		assertThat(LinkProblems.of(outcome).errors()).isEmpty();
	}

	@Test
	void documentEachOfThem() {
		assertThat(new LinkProblems().list()).extracting(Problem::code)
			.containsExactlyInAnyOrderElementsOf(
					RELEASED.values().stream().map((value) -> value.substring(4)).toList());
	}

	@Test
	void areNoneOfALinkThatWasMade() {
		Customer customer = new Customer(new CustomerNumber("100234"), "EXAMPLE CUSTOMER", "123 MAIN ST");
		CustomerLink link = new CustomerLink(LinkId.next(), new ResidentId(UUID.randomUUID()), customer, Instant.EPOCH);
		assertThatIllegalStateException().isThrownBy(() -> LinkProblems.of(new LinkOutcome.Linked(link)));
	}

}
