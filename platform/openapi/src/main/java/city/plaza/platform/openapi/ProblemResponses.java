package city.plaza.platform.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import city.plaza.platform.problem.Problem;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.GlobalOperationCustomizer;

import org.springframework.beans.BeanUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;

/** Adds to each operation a response for each status of its problems. */
final class ProblemResponses implements GlobalOperationCustomizer {

	private final CommonProblems common;

	private final ProblemResponse response;

	ProblemResponses(CommonProblems common, ProblemResponse response) {
		this.common = common;
		this.response = response;
	}

	@Override
	public Operation customize(Operation operation, HandlerMethod handler) {
		ApiResponses responses = operation.getResponses();
		byStatus(Stream.concat(own(handler), this.common.of(operation, handler).stream()).toList())
			.forEach((status, byCode) -> responses.addApiResponse(Integer.toString(status.value()),
					this.response.of(status, byCode)));
		return operation;
	}

	private static Stream<Problem> own(HandlerMethod handler) {
		Problems problems = handler.getMethodAnnotation(Problems.class);
		return (problems == null) ? Stream.empty()
				: Stream.of(problems.value()).flatMap((samples) -> BeanUtils.instantiateClass(samples).list().stream());
	}

	/** By status, then by code, the operation's own before the common ones. */
	private static Map<HttpStatus, Map<String, List<Problem>>> byStatus(List<Problem> problems) {
		Map<HttpStatus, Map<String, List<Problem>>> byStatus = new TreeMap<>();
		for (Problem problem : problems) {
			List<Problem> same = byStatus.computeIfAbsent(problem.status(), (status) -> new LinkedHashMap<>())
				.computeIfAbsent(problem.code(), (code) -> new ArrayList<>());
			if (!same.contains(problem)) {
				same.add(problem);
			}
		}
		return byStatus;
	}

}
