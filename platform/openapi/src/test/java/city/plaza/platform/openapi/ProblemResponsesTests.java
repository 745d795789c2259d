package city.plaza.platform.openapi;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import city.plaza.platform.http.page.Page;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.Problem.FieldError;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotBlank;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ProblemResponsesTests {

	private static final ValidatorFactory VALIDATORS = Validation.buildDefaultValidatorFactory();

	private static final String BODY = " 408 request-too-slow, 413 request-too-large, 415 unsupported-media-type,";

	record Order(@NotBlank(message = "Enter what to order.") String item) {
	}

	static class OwnProblems implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(Problem.of(HttpStatus.CONFLICT, "sold-out", "There is nothing left."),
					Problem.of(HttpStatus.CONFLICT, "sold-out", "There is too little left."),
					Problem.of(HttpStatus.CONFLICT, "sold-out", "There is nothing left."),
					Problem.of(HttpStatus.CONFLICT, "closed", "Come back tomorrow."),
					Problem.invalid(List.of(new FieldError("count", "max", "Order fewer."))), Problem.unavailable());
		}

	}

	@SuppressWarnings("unused")
	static class Orders {

		void plain() {
		}

		void finance() {
		}

		@SecurityRequirements
		void open() {
		}

		void body(@org.springframework.web.bind.annotation.RequestBody Order order) {
		}

		void checked(@Valid @org.springframework.web.bind.annotation.RequestBody Order order) {
		}

		@SecurityRequirements
		@Problems(OwnProblems.class)
		void own(@Valid @org.springframework.web.bind.annotation.RequestBody Order order) {
		}

	}

	@SecurityRequirements
	static class OpenOrders extends Orders {

	}

	static Stream<Arguments> forms() {
		String always = " 401 unauthenticated, 406 not-acceptable, 429 too-many-requests, 500 internal-error, 503 temporarily-unavailable";
		return Stream.of(arguments(Orders.class, "open", operation(), always),
				arguments(OpenOrders.class, "plain", operation(), always),
				arguments(Orders.class, "plain", operation(), always),
				arguments(Orders.class, "finance", operation(), " 403 forbidden," + always),
				arguments(Orders.class, "open", operation("query any"), " 400 malformed-request," + always),
				arguments(Orders.class, "open", operation("path id"),
						" 400 malformed-request, 404 not-found," + always),
				arguments(Orders.class, "open", operation("query cursor"),
						" 400 malformed-request, 422 invalid-cursor," + always),
				arguments(Orders.class, "open", operation("query limit"),
						" 400 malformed-request, 422 invalid-limit," + always),
				arguments(Orders.class, "body", withBody(operation()), " 400 malformed-request," + BODY + always),
				arguments(Orders.class, "checked", withBody(operation()),
						" 400 malformed-request, 422 invalid-request," + BODY + always));
	}

	@AfterAll
	static void close() {
		VALIDATORS.close();
	}

	@ParameterizedTest
	@MethodSource("forms")
	void followFromTheFormOfTheOperation(Class<?> type, String method, Operation operation, String expected) {
		Set<String> codes = new TreeSet<>();
		common().of(operation, handler(type, method))
			.forEach((problem) -> codes.add(problem.status().value() + " " + problem.code()));
		assertThat(codes).isEqualTo(new TreeSet<>(Arrays.asList(expected.strip().split(", "))));
	}

	@Test
	void quoteTheLargestPageOfTheList() {
		assertThat(common().of(operation("query limit"), handler(Orders.class, "open")))
			.filteredOn((problem) -> problem.code().equals("invalid-limit"))
			.containsExactly(ProblemSamples.thrownBy(() -> Page.limit(0, 50)));
	}

	@Test
	void needTheLargestPage() {
		Operation operation = operation("query limit");
		operation.getParameters().getFirst().setSchema(null);
		assertThatIllegalStateException().isThrownBy(() -> common().of(operation, handler(Orders.class, "open")))
			.withMessageContaining("limit");
	}

	@Test
	void areOneForEachStatusWithTheOwnCodesFirst() {
		ApiResponses responses = described();
		assertThat(responses.keySet()).containsExactly("200", "400", "401", "406", "408", "409", "413", "415", "422",
				"429", "500", "503");
		assertThat(responses.get("200").getDescription()).isEqualTo("OK");
		assertThat(responses.get("409").getDescription()).isEqualTo("Conflict: `sold-out`, `closed`");
		assertThat(media(responses.get("409")).getExamples().keySet()).containsExactly("sold-out", "sold-out-2",
				"closed");
		assertThat(media(responses.get("409")).getExamples().get("sold-out-2").getSummary())
			.isEqualTo("There is too little left.");
	}

	@Test
	void showEachProblemAsItIsSent() {
		JsonNode sent = (JsonNode) media(described().get("409")).getExamples().get("closed").getValue();
		assertThat(sent.path("type").asText()).isEqualTo("urn:plaza:problem:closed");
		assertThat(sent.path("status").asInt()).isEqualTo(409);
		assertThat(sent.path("detail").asText()).isEqualTo("Come back tomorrow.");
		assertThat(sent.has("field")).isFalse();
		assertThat(sent.has("errors")).isFalse();
	}

	@Test
	void narrowTheProblemToTheCodesOfTheStatus() {
		assertThat(choice(narrow("409"), "code")).containsExactly("sold-out", "closed");
		assertThat(narrow("409").getProperties()).doesNotContainKey("errors");
		assertThat(choice(narrow("422"), "code")).containsExactly("invalid-request");
		Schema<?> errors = (Schema<?>) narrow("422").getProperties().get("errors");
		assertThat(choice(errors.getItems(), "code")).containsExactly("max", "required");
	}

	@Test
	void nameTheHeaderWhereOneOfThemAsksToWait() {
		ApiResponses responses = described();
		assertThat(responses.get("503").getHeaders()).containsOnlyKeys("Retry-After");
		assertThat(responses.get("429").getHeaders()).containsOnlyKeys("Retry-After");
		assertThat(responses.get("409").getHeaders()).isNull();
	}

	@Test
	void areNeverThatOfARequestThatIsAccepted() {
		assertThatIllegalStateException().isThrownBy(() -> ProblemSamples.thrownBy(() -> Page.limit(1, 10)));
	}

	private static ApiResponses described() {
		Operation operation = withBody(operation());
		operation.setResponses(new ApiResponses().addApiResponse("200", new ApiResponse().description("OK"))
			.addApiResponse("409", new ApiResponse().description("As the framework knows it")));
		ApiResponses responses = new ProblemResponses(common(), new ProblemResponse())
			.customize(operation, handler(Orders.class, "own"))
			.getResponses();
		ApiResponses sorted = new ApiResponses();
		new TreeSet<>(responses.keySet()).forEach((status) -> sorted.put(status, responses.get(status)));
		return sorted;
	}

	private static Schema<?> narrow(String status) {
		Schema<?> both = media(described().get(status)).getSchema();
		assertThat(both.getAllOf().get(0).get$ref()).isEqualTo("#/components/schemas/Problem");
		return both.getAllOf().get(1);
	}

	private static List<Object> choice(Schema<?> schema, String name) {
		return List.copyOf(((Schema<?>) schema.getProperties().get(name)).getEnum());
	}

	private static MediaType media(ApiResponse response) {
		return response.getContent().get("application/problem+json");
	}

	private static CommonProblems common() {
		List<HandlerMethod> all = Stream.of("plain", "finance", "open", "body", "checked", "own")
			.flatMap((name) -> Stream.of(handler(Orders.class, name), handler(OpenOrders.class, name)))
			.toList();
		return new CommonProblems(
				Mapped.access((access) -> access.pathMatchers("/OpenOrders/**", "/Orders/open", "/Orders/own")
					.permitAll()
					.pathMatchers("/Orders/finance")
					.hasRole("finance")
					.pathMatchers("/Orders/**")
					.authenticated(), all),
				new Violations(VALIDATORS.getValidator()));
	}

	private static HandlerMethod handler(Class<?> type, String name) {
		Method method = Stream.of(Orders.class.getDeclaredMethods())
			.filter((one) -> one.getName().equals(name))
			.findFirst()
			.orElseThrow();
		return new HandlerMethod(type == Orders.class ? new Orders() : new OpenOrders(), method);
	}

	private static Operation operation(String... parameters) {
		Operation operation = new Operation();
		for (String parameter : parameters) {
			String[] parts = parameter.split(" ");
			Schema<?> schema = new JsonSchema();
			schema.setMaximum(new BigDecimal(50));
			operation.addParametersItem(new Parameter().in(parts[0]).name(parts[1]).schema(schema));
		}
		return operation;
	}

	private static Operation withBody(Operation operation) {
		return operation.requestBody(new RequestBody());
	}

}
