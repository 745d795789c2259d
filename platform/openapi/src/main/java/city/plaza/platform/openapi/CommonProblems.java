package city.plaza.platform.openapi;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import city.plaza.platform.http.page.Cursor;
import city.plaza.platform.http.page.Page;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.AccessProblems;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import jakarta.validation.Valid;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/** The problems that an operation has because of its form alone. */
final class CommonProblems {

	// The gateway's, which stands before every service, with durations as examples.
	private static final Problem TOO_MANY_REQUESTS = Problem.tooManyRequests(Duration.ofSeconds(20));

	private static final Problem TOO_SLOW = Problem.tooSlow(Duration.ofSeconds(10));

	private final OperationAccess access;

	private final Violations violations;

	CommonProblems(OperationAccess access, Violations violations) {
		this.access = access;
		this.violations = violations;
	}

	List<Problem> of(Operation operation, HandlerMethod handler) {
		List<Problem> problems = new ArrayList<>();
		List<Parameter> parameters = (operation.getParameters() != null) ? operation.getParameters() : List.of();
		if (!parameters.isEmpty() || operation.getRequestBody() != null) {
			problems.add(Problem.malformed());
		}
		// A token that is not valid is refused where none is needed, too.
		problems.add(AccessProblems.UNAUTHENTICATED);
		if (!this.access.isOpen(handler) && this.access.isForSome(handler)) {
			problems.add(AccessProblems.FORBIDDEN);
		}
		parameters.forEach((parameter) -> addOf(parameter, problems));
		if (operation.getRequestBody() != null) {
			problems.addAll(List.of(TOO_SLOW, Problem.tooLarge(), Problem.ofStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE)));
		}
		Arrays.stream(handler.getMethodParameters()).forEach((parameter) -> addViolationsOf(parameter, problems));
		problems.addAll(List.of(Problem.ofStatus(HttpStatus.NOT_ACCEPTABLE), TOO_MANY_REQUESTS, Problem.internal(),
				Problem.unavailable()));
		return problems;
	}

	private void addViolationsOf(MethodParameter parameter, List<Problem> problems) {
		if (parameter.hasParameterAnnotation(RequestBody.class) && parameter.hasParameterAnnotation(Valid.class)) {
			problems.add(Problem.invalid(this.violations.of(parameter.getParameterType())));
		}
	}

	private static void addOf(Parameter parameter, List<Problem> problems) {
		if ("path".equals(parameter.getIn())) {
			problems.add(Problem.notFound());
		}
		else if ("cursor".equals(parameter.getName())) {
			problems.add(ProblemSamples.thrownBy(() -> Cursor.read("?", List::getFirst)));
		}
		else if ("limit".equals(parameter.getName())) {
			BigDecimal maximum = (parameter.getSchema() != null) ? parameter.getSchema().getMaximum() : null;
			if (maximum == null) {
				throw new IllegalStateException("Give the parameter limit a schema with a maximum");
			}
			int most = maximum.intValueExact();
			problems.add(ProblemSamples.thrownBy(() -> Page.limit(0, most)));
		}
	}

}
