package city.plaza.portal.page;

import java.util.Arrays;
import java.util.stream.Stream;

import city.plaza.platform.problem.Problem;
import city.plaza.portal.client.Problems;
import city.plaza.portal.form.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorPageTests {

	@ParameterizedTest
	@CsvSource({ "400,BAD_REQUEST", "401,BAD_REQUEST", "403,FORBIDDEN", "404,NOT_FOUND", "405,METHOD_NOT_ALLOWED",
			"409,BAD_REQUEST", "413,BAD_REQUEST", "422,BAD_REQUEST", "429,TOO_MANY", "500,BROKEN", "502,BROKEN",
			"503,UNAVAILABLE" })
	void isChosenByTheStatusWhoeverSetIt(int code, ErrorPage page) {
		HttpStatus status = HttpStatus.valueOf(code);
		assertThat(Stream.of(Problems.of(status, "any"), new ResponseStatusException(status),
				Problem.of(status, "any", "No.").asException()))
			.allSatisfy((error) -> assertThat(ErrorPage.of(error)).isEqualTo(page));
	}

	@Test
	void isTheOneForOutagesWhereAServiceIsDown() {
		assertThat(ErrorPage.of(Problems.outage())).isEqualTo(ErrorPage.UNAVAILABLE);
	}

	@Test
	void tellsAFormThatTimedOutFromAPageWithoutAccess() {
		assertThat(ErrorPage.of(new PageExpired())).isEqualTo(ErrorPage.EXPIRED);
		assertThat(ErrorPage.of(new AccessDeniedException("No."))).isEqualTo(ErrorPage.FORBIDDEN);
	}

	@Test
	void isOurMistakeWhereNothingIsKnown() {
		assertThat(ErrorPage.of(new IllegalStateException("A bug"))).isEqualTo(ErrorPage.BROKEN);
		assertThat(ErrorPage.of(null)).isEqualTo(ErrorPage.BROKEN);
	}

	@ParameterizedTest
	@EnumSource
	void hasATitleAndSaysWhatToDo(ErrorPage page) {
		assertThat(Texts.of("error." + page.name() + ".title")).doesNotEndWith(".");
		assertThat(Texts.of("error." + page.name() + ".text")).endsWith(".");
	}

	@Test
	void isNeverShownAsASuccess() {
		assertThat(Arrays.stream(ErrorPage.values()).map(ErrorPage::status)).allMatch(HttpStatus::isError);
	}

}
