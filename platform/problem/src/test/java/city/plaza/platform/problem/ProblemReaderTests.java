package city.plaza.platform.problem;

import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.validation.beanvalidation.MethodValidationAdapter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ProblemReaderTests {

	record Line(long amount) {
	}

	record Order(List<Line> lines, Map<String, Line> extra) {
	}

	@SuppressWarnings("unused")
	void operation(@PathVariable("order-id") @Size(max = 3) String order, @RequestParam("as-of") LocalDate asOf,
			@RequestHeader("X-Count") @Max(3) int count, @RequestParam @Max(100) int limit) {
	}

	static Stream<Arguments> read() {
		Throwable known = Problem.of(HttpStatus.CONFLICT, "taken", "Choose another.").asException();
		Throwable tooLarge = new DataBufferLimitException("Exceeded limit on max bytes to buffer : 65536");
		return Stream.of(arguments(known, 409, "taken"), arguments(new IllegalStateException(known), 409, "taken"),
				arguments(new RuntimeException(new IllegalStateException(known)), 409, "taken"),
				arguments(new DecodingException("", known), 409, "taken"),
				arguments(tooLarge, 413, "request-too-large"),
				arguments(new ServerWebInputException("", null, tooLarge), 413, "request-too-large"),
				arguments(new DecodingException("", tooLarge), 413, "request-too-large"),
				arguments(new DecodingException("JSON: {\"pin\":1234"), 400, "malformed-request"),
				arguments(new ServerWebInputException("pin=1234"), 400, "malformed-request"),
				arguments(new MethodNotAllowedException("PATCH", List.of()), 405, "method-not-allowed"),
				arguments(new ResponseStatusException(HttpStatus.NOT_FOUND, "/secret"), 404, "not-found"),
				arguments(new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE), 413, "request-too-large"));
	}

	@ParameterizedTest
	@MethodSource("read")
	void findsTheProblem(Throwable error, int status, String code) {
		Problem problem = read(error);
		assertThat(problem.status().value()).isEqualTo(status);
		assertThat(problem.code()).isEqualTo(code);
		assertThat(problem.toString()).doesNotContain("1234", "secret", "65536");
	}

	@ParameterizedTest
	@EnumSource(HttpStatus.class)
	void keepsARefusalAndHidesAFaultOfOurs(HttpStatus status) {
		Problem problem = ProblemReader.read(new ResponseStatusException(status, "SELECT secret"));
		if (List.of(502, 503, 504).contains(status.value())) {
			assertThat(problem).isEqualTo(Problem.unavailable());
		}
		else if (status.is5xxServerError()) {
			assertThat(problem).isNull();
		}
		else {
			assertThat(problem).isNotNull();
			assertThat(problem.status().value()).isEqualTo(status.value());
			assertThat(problem.toString()).doesNotContain("secret");
		}
	}

	static Stream<Throwable> unknown() {
		Throwable one = new IllegalStateException();
		Throwable circle = new IllegalArgumentException(one);
		one.initCause(circle);
		return Stream.of(new NullPointerException(), one, circle,
				new ResponseStatusException(HttpStatusCode.valueOf(599)),
				new IllegalStateException(new ResponseStatusException(HttpStatus.NOT_FOUND)));
	}

	@ParameterizedTest
	@MethodSource("unknown")
	void takesNoBugForAProblem(Throwable error) {
		assertThat(ProblemReader.read(error)).isNull();
	}

	@Test
	void namesAParameterAsTheClientDoes() throws Exception {
		assertThat(read(mismatch(1)).field()).isEqualTo("as-of");
		assertThat(read(mismatch(2)).field()).isEqualTo("X-Count");
		assertThat(read(mismatch(3)).field()).isEqualTo("limit");
		assertThat(read(new MissingRequestValueException("as-of", LocalDate.class, "query parameter", parameter(1)))
			.field()).isEqualTo("as-of");
	}

	@Test
	void takesWhatCannotBeAnIdForTheIdOfNothing() throws Exception {
		assertThat(read(mismatch(0))).isEqualTo(Problem.notFound());
	}

	@Test
	void namesEveryParameterThatBreaksAConstraint() throws Exception {
		var result = new MethodValidationAdapter().validateArguments(this, operation(), null,
				new Object[] { "long", LocalDate.EPOCH, 4, 101 }, new Class<?>[0]);
		Problem problem = read(new HandlerMethodValidationException(result));
		assertThat(problem.status().value()).isEqualTo(422);
		assertThat(problem.errors()).extracting((error) -> error.field() + " " + error.code())
			.containsExactly("order-id wrong-length", "X-Count max", "limit max");
		assertThat(problem.field()).isEqualTo("order-id");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"lines":[{"amount":1},{"amount":"x"}]} | lines[1].amount
			{"lines":[{"amount":1},7]}              | lines[1]
			{"lines":{}}                            | lines
			{"extra":{"a.b\\n":{"amount":[]}}}      | extra.a.b\\n.amount
			[]                                      |
			{"lines":                               |
			""")
	void namesThePlaceOfABodyThatCannotBeRead(String json, @Nullable String field) {
		JacksonException cause = catchThrowableOfType(JacksonException.class,
				() -> JsonMapper.shared().readValue(json, Order.class));
		Problem problem = read(
				new ServerWebInputException("Failed to read", null, new DecodingException("JSON", cause)));
		assertThat(problem.code()).isEqualTo("malformed-request");
		assertThat(problem.field()).isEqualTo((field != null) ? field.translateEscapes() : null);
	}

	private static Problem read(Throwable error) {
		Problem problem = ProblemReader.read(error);
		assertThat(problem).isNotNull();
		return problem;
	}

	private static ServerWebInputException mismatch(int index) throws NoSuchMethodException {
		return new ServerWebInputException("Type mismatch.", parameter(index), new IllegalArgumentException("1234"));
	}

	private static MethodParameter parameter(int index) throws NoSuchMethodException {
		MethodParameter parameter = new MethodParameter(operation(), index);
		parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
		return parameter;
	}

	private static Method operation() throws NoSuchMethodException {
		return ProblemReaderTests.class.getDeclaredMethod("operation", String.class, LocalDate.class, int.class,
				int.class);
	}

}
