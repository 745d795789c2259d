package city.plaza.portal.client;

import java.net.ConnectException;
import java.util.concurrent.TimeoutException;

import city.plaza.platform.calls.Uncounted;
import city.plaza.platform.problem.Problem;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class GuardTests {

	@Test
	void takesAServiceThatIsDownForUnavailable() {
		assertThat(Guard.isOutage(new ConnectException())).isTrue();
		assertThat(Guard.isOutage(new Uncounted(new ConnectException()))).isTrue();
		assertThat(Guard.isOutage(new TimeoutException())).isTrue();
		assertThat(Guard.isOutage(problem(HttpStatus.SERVICE_UNAVAILABLE))).isTrue();
	}

	@Test
	void takesAServiceThatWasNotCalledForUnavailable() {
		assertThat(Guard.isOutage(Problem.unavailable().asException())).isTrue();
	}

	@Test
	void leavesARefusalToThePage() {
		assertThat(Guard.isOutage(problem(HttpStatus.UNPROCESSABLE_CONTENT))).isFalse();
	}

	@Test
	void doesNotHideABug() {
		assertThat(Guard.isOutage(new IllegalStateException())).isFalse();
		assertThat(Guard.isOutage(new NullPointerException())).isFalse();
	}

	private static ApiProblem problem(HttpStatus status) {
		return new ApiProblem(status, new ApiProblem.Body("code", null, null, null, null), null);
	}

}
