package city.plaza.identity.session;

import java.time.Duration;

import city.plaza.identity.password.PasswordHashes;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SignInProblemsTests {

	/** A word about accounts, passwords or locks would show who has one. */
	@Test
	void neverTellWhoHasAnAccount() {
		Problem wrong = problem(SignInProblems.nextOr(new SignIn.Outcome.WrongCredentials()));
		assertThat(wrong.code()).isEqualTo("wrong-credentials");
		assertThat(wrong.status().value()).isEqualTo(401);
		assertThat(wrong.field()).isNull();
		assertThat(wrong.errors()).isEmpty();
		assertThat(wrong.retryAfter()).isNull();
		Problem locked = problem(SignInProblems.nextOr(new SignIn.Outcome.TooManyTries(Duration.ofHours(1))));
		assertThat(wrong.detail() + locked.detail()).doesNotContainIgnoringCase("locked")
			.doesNotContainIgnoringCase("unknown")
			.doesNotContainIgnoringCase("this account")
			.doesNotContainIgnoringCase("blocked");
	}

	@ParameterizedTest(name = "{0} of waiting are {1} seconds in the header")
	@CsvSource({ "PT0.000000001S, 1", "PT0.001S, 1", "PT0.999S, 1", "PT1S, 1", "PT1.001S, 2", "PT29.5S, 30",
			"PT1H, 3600" })
	void roundTheWaitUpSoThatNobodyComesTooSoon(Duration wait, long seconds) {
		Problem locked = problem(SignInProblems.nextOr(new SignIn.Outcome.TooManyTries(wait)));
		assertThat(locked.code()).isEqualTo("too-many-tries");
		assertThat(locked.status().value()).isEqualTo(429);
		assertThat(locked.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
	}

	@Test
	void askToSignInAgainWhereTheSessionHasEnded() {
		Problem ended = problem(SignInProblems.ended());
		assertThat(ended.code()).isEqualTo("session-ended");
		assertThat(ended.status().value()).isEqualTo(401);
		assertThat(new SignInProblems.OfEnded().list()).containsExactly(ended);
	}

	@Test
	void documentEveryRefusalOfASignIn() {
		assertThat(new SignInProblems.OfSignIn().list()).contains(PasswordHashes.BUSY)
			.extracting(Problem::code)
			.containsExactlyInAnyOrder("wrong-credentials", "too-many-tries", "busy");
	}

	private static Problem problem(Mono<?> refused) {
		ProblemException[] found = new ProblemException[1];
		assertThatExceptionOfType(ProblemException.class).isThrownBy(refused::block)
			.satisfies((thrown) -> found[0] = thrown);
		return found[0].problem();
	}

}
