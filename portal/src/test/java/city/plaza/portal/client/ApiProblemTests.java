package city.plaza.portal.client;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class ApiProblemTests {

	@Test
	void namesEveryFieldThatTheServiceNames() {
		ApiProblem.FieldError email = new ApiProblem.FieldError("email", "required", "x");
		ApiProblem.FieldError password = new ApiProblem.FieldError("password", "required", "x");
		assertThat(Problems.ofFields(email, password).errors()).containsExactly(email, password);
	}

	@Test
	void takesASingleFieldForTheOnlyError() {
		ApiProblem problem = Problems.ofField(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-date", "asOf");
		assertThat(problem.errors()).containsExactly(new ApiProblem.FieldError("asOf", "invalid-date", "No."));
	}

	@Test
	void namesNoFieldWhereTheServiceNamesNone() {
		assertThat(Problems.of(HttpStatus.CONFLICT, "already-linked").errors()).isEmpty();
	}

	@Test
	void isReadFromABodyThatSaysNothing() {
		ApiProblem problem = new ApiProblem(HttpStatus.BAD_GATEWAY,
				new ApiProblem.Body(null, null, null, List.of(), null), null);
		assertThat(problem.code()).isEmpty();
		assertThat(problem.detail()).isNull();
		assertThat(problem.errors()).isEmpty();
		assertThat(problem.is("not-found")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "500,internal-error,true", "503,temporarily-unavailable,true", "502,'',true",
			"503,provider-unavailable,false", "503,busy,true", "422,wrong-code,false", "404,not-found,false",
			"429,too-many-tries,false" })
	void isAnOutageOnlyWhereTheServiceItselfFails(int status, String code, boolean outage) {
		assertThat(Problems.of(HttpStatus.valueOf(status), code).isOutage()).isEqualTo(outage);
	}

	@Test
	void isSelectedByItsCode() {
		ApiProblem problem = Problems.of(HttpStatus.NOT_FOUND, ApiProblem.NOT_FOUND);
		assertThat(ApiProblem.with("unknown-dispute", "not-found")).accepts(problem);
		assertThat(ApiProblem.with("unknown-dispute")).rejects(problem, new IllegalStateException("not-found"));
	}

	@Test
	void holdsNoTraceAndNoDetailThatALogWouldShow() {
		ApiProblem problem = Problems.of(HttpStatus.NOT_FOUND, "not-found");
		assertThat(problem.getStackTrace()).isEmpty();
		assertThat(problem).hasMessage("404 not-found");
	}

}
