package city.plaza.platform.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.Problem.FieldError;
import city.plaza.platform.problem.ProblemBody;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Describes the problems of one status: their codes, and an example of each. */
final class ProblemResponse {

	static final String SCHEMA = "Problem";

	private static final String REQUEST_ID = "3f2b8c1e-7d64-4a0b-9e55-1c2d3e4f5a6b";

	ApiResponse of(HttpStatus status, Map<String, List<Problem>> byCode) {
		MediaType media = new MediaType().schema(schema(byCode));
		byCode.forEach((code, problems) -> addExamples(media, code, problems));
		ApiResponse response = new ApiResponse().description(description(status, byCode))
			.content(new Content().addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
					media));
		if (byCode.values().stream().flatMap(List::stream).anyMatch((problem) -> problem.retryAfter() != null)) {
			response.addHeaderObject(HttpHeaders.RETRY_AFTER, retryAfter());
		}
		return response;
	}

	private static String description(HttpStatus status, Map<String, List<Problem>> byCode) {
		return status.getReasonPhrase() + ": "
				+ byCode.keySet().stream().map((code) -> "`" + code + "`").collect(Collectors.joining(", "));
	}

	private static void addExamples(MediaType media, String code, List<Problem> problems) {
		int count = 0;
		for (Problem problem : problems) {
			count++;
			media.addExamples((count == 1) ? code : code + "-" + count,
					new Example().summary(problem.detail()).value(json(problem)));
		}
	}

	private static JsonNode json(Problem problem) {
		return Json31.mapper().valueToTree(ProblemBody.of(problem, REQUEST_ID));
	}

	/** The problem with no other codes than those of the status. */
	private static Schema<?> schema(Map<String, List<Problem>> byCode) {
		Schema<Object> narrow = new JsonSchema();
		narrow.addProperty("code", choice(new ArrayList<>(byCode.keySet())));
		List<String> fieldCodes = byCode.values()
			.stream()
			.flatMap(List::stream)
			.flatMap((problem) -> problem.errors().stream())
			.map(FieldError::code)
			.distinct()
			.sorted()
			.toList();
		if (!fieldCodes.isEmpty()) {
			Schema<Object> item = new JsonSchema();
			item.addProperty("code", choice(fieldCodes));
			Schema<Object> errors = new JsonSchema();
			errors.addType("array");
			narrow.addProperty("errors", errors.items(item));
		}
		Schema<Object> both = new JsonSchema();
		return both.allOf(List.of(new JsonSchema().$ref(SCHEMA), narrow));
	}

	private static Schema<?> choice(List<String> codes) {
		JsonSchema choice = new JsonSchema();
		choice.addType("string");
		codes.forEach(choice::addEnumItemObject);
		return choice;
	}

	private static Header retryAfter() {
		JsonSchema seconds = new JsonSchema();
		seconds.addType("integer");
		seconds.setMinimum(java.math.BigDecimal.ONE);
		return new Header().description("When to try again, in whole seconds.").schema(seconds);
	}

}
