package city.plaza.platform.openapi;

import java.util.Map;
import java.util.function.BiPredicate;

import city.plaza.platform.security.ApiAccess;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Who may call an operation, by the rules that the service's guard enforces. */
final class OperationAccess {

	private final ApiAccess access;

	private final ObjectProvider<RequestMappingHandlerMapping> mappings;

	OperationAccess(ApiAccess access, ObjectProvider<RequestMappingHandlerMapping> mappings) {
		this.access = access;
		this.mappings = mappings;
	}

	/**
	 * Whether the operation is called without a token.
	 * @throws IllegalStateException where the description would have another answer than
	 * the guard
	 */
	boolean isOpen(HandlerMethod handler) {
		boolean isOpen = isAny(handler, this.access::isOpen);
		if (isOpen != declaresOpen(handler)) {
			throw new IllegalStateException(isOpen ? "Add @SecurityRequirements to " + handler + ": it needs no token"
					: "Take @SecurityRequirements from " + handler + ": it needs a token");
		}
		return isOpen;
	}

	/** Whether a caller with a valid token may be refused. */
	boolean isForSome(HandlerMethod handler) {
		return isAny(handler, this.access::isForSome);
	}

	private boolean isAny(HandlerMethod handler, BiPredicate<HttpMethod, String> rule) {
		return this.mappings.stream()
			.flatMap((mapping) -> mapping.getHandlerMethods().entrySet().stream())
			.filter((entry) -> isSame(entry.getValue(), handler))
			.map(Map.Entry::getKey)
			.anyMatch((mapped) -> isAny(mapped, rule));
	}

	private static boolean isAny(RequestMappingInfo mapped, BiPredicate<HttpMethod, String> rule) {
		return mapped.getMethodsCondition()
			.getMethods()
			.stream()
			.map(RequestMethod::asHttpMethod)
			.anyMatch((method) -> mapped.getPatternsCondition()
				.getPatterns()
				.stream()
				.anyMatch((pattern) -> rule.test(method, pattern.getPatternString())));
	}

	private static boolean isSame(HandlerMethod one, HandlerMethod other) {
		return one.getMethod().equals(other.getMethod()) && one.getBeanType().equals(other.getBeanType());
	}

	private static boolean declaresOpen(HandlerMethod handler) {
		return handler.hasMethodAnnotation(SecurityRequirements.class)
				|| AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), SecurityRequirements.class);
	}

}
