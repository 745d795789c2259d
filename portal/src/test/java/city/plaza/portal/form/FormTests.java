package city.plaza.portal.form;

import java.time.Duration;
import java.util.Objects;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.client.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;

import static org.assertj.core.api.Assertions.assertThat;

class FormTests {

	private final Form form = new Form("payment/pay",
			Refusals.ofFields("amount")
				.beside("amount", "bill-pending", "amount-above-unpaid", "too-many-payments", "provider-unavailable",
						"wrong-credentials", "file-too-large"));

	@Test
	void isShownWithoutErrorsAtFirst() {
		Rendering page = this.form.page().build();
		assertThat(page.view()).isEqualTo("payment/pay");
		assertThat(page.status()).isNull();
		assertThat(page.modelAttributes()).doesNotContainKey(FormErrors.NAME);
	}

	@ParameterizedTest
	@CsvSource({ "422,amount-above-unpaid,422", "409,bill-pending,409", "429,too-many-payments,429",
			"503,provider-unavailable,503", "413,file-too-large,413", "401,wrong-credentials,422",
			"400,bill-pending,422" })
	void isShownAgainWithTheStatusOfTheRefusal(int problem, String code, int status) {
		StepVerifier.create(this.form.again(Problems.of(HttpStatus.valueOf(problem), code))).assertNext((page) -> {
			assertThat(page.build().status()).isEqualTo(HttpStatus.valueOf(status));
			assertThat(errors(page).on("amount")).isNotNull();
		}).verifyComplete();
	}

	@Test
	void asksBrowsersToWaitAsLongAsTheServiceDoes() {
		ApiProblem problem = Problems.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-payments", Duration.ofSeconds(90));
		StepVerifier.create(this.form.again(problem))
			.assertNext((page) -> assertThat(page.build().headers().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("90"))
			.verifyComplete();
	}

	@ParameterizedTest
	@CsvSource({ "404,not-found", "403,forbidden", "503,busy", "400,malformed-request", "422,added-later" })
	void leavesOtherProblemsToTheErrorPages(int status, String code) {
		ApiProblem problem = Problems.of(HttpStatus.valueOf(status), code);
		StepVerifier.create(this.form.again(problem)).verifyErrorMatches((error) -> error == problem);
	}

	@Test
	void showsWhatThePortalItselfFoundWrong() {
		Rendering.Builder<?> page = this.form.again(FormErrors.of(FormError.of("amount", "unreadable")));
		assertThat(page.build().status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(errors(page).on("amount")).isEqualTo(FormError.of("amount", "unreadable"));
	}

	@Test
	void setsTheErrorsOfOneItemApartFromThoseOfOthers() {
		Rendering.Builder<?> page = this.form.of("7").again(FormErrors.of(FormError.of("amount", "unreadable")));
		assertThat(errors(page).on("amount-7")).isNotNull();
		assertThat(errors(page).on("amount")).isNull();
	}

	private static FormErrors errors(Rendering.Builder<?> page) {
		return (FormErrors) Objects.requireNonNull(page.build().modelAttributes().get(FormErrors.NAME));
	}

}
