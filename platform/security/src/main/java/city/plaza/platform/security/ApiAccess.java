package city.plaza.platform.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may call what of a service's API, as its {@link AccessRules} declare it. The guard
 * enforces it, and the API's description reads from it which refusals there are.
 */
public final class ApiAccess {

	private final List<Rule> rules = new ArrayList<>();

	private ApiAccess() {
	}

	/**
	 * Reads rules.
	 * @param declared those of a service, the first that names an operation decides
	 * @return who may call what
	 */
	public static ApiAccess of(List<AccessRules> declared) {
		ApiAccess access = new ApiAccess();
		declared.forEach((each) -> each.addTo(access));
		return access;
	}

	/**
	 * Names operations of every method.
	 * @param patterns of their paths, such as {@code /api/v1/finance/**}
	 * @return to be completed with who may call them
	 */
	public Operations pathMatchers(String... patterns) {
		return new Operations(null, patterns);
	}

	/**
	 * Names operations of one method.
	 * @param method the only one that is meant
	 * @param patterns of their paths
	 * @return to be completed with who may call them
	 */
	public Operations pathMatchers(HttpMethod method, String... patterns) {
		return new Operations(method, patterns);
	}

	/**
	 * Whether an operation is called without a token.
	 * @param path as it is mapped, its variables in braces
	 * @return false where no rule names it
	 */
	public boolean isOpen(HttpMethod method, String path) {
		return ruleOf(method, path).filter((rule) -> rule.callers() == Callers.EVERYBODY).isPresent();
	}

	/**
	 * Whether a caller with a valid token may be refused an operation for who they are.
	 * @param path as it is mapped, its variables in braces
	 * @return true where no rule names it
	 */
	public boolean isForSome(HttpMethod method, String path) {
		return ruleOf(method, path).map(Rule::callers).orElse(Callers.SOME) == Callers.SOME;
	}

	void enforceIn(AuthorizeExchangeSpec security) {
		this.rules.forEach((rule) -> rule.guard()
			.accept(security.pathMatchers(rule.method(), rule.patterns().toArray(String[]::new))));
	}

	private Optional<Rule> ruleOf(HttpMethod method, String path) {
		PathContainer place = PathContainer.parsePath(path);
		return this.rules.stream().filter((rule) -> rule.isOf(method, place)).findFirst();
	}

	/** Which callers an operation has. */
	private enum Callers {

		EVERYBODY, ALL_WITH_A_TOKEN, SOME

	}

	/** Some operations, without those that an earlier rule names. */
	public final class Operations {

		private final @Nullable HttpMethod method;

		private final List<String> patterns;

		private Operations(@Nullable HttpMethod method, String... patterns) {
			this.method = method;
			this.patterns = List.of(patterns);
		}

		/** Everybody, without a token too. */
		public ApiAccess permitAll() {
			return add(Callers.EVERYBODY, AuthorizeExchangeSpec.Access::permitAll);
		}

		/** Everybody with a valid token. */
		public ApiAccess authenticated() {
			return add(Callers.ALL_WITH_A_TOKEN, AuthorizeExchangeSpec.Access::authenticated);
		}

		/** Those with a role, such as {@code finance}. */
		public ApiAccess hasRole(String role) {
			return add(Callers.SOME, (access) -> access.hasRole(role));
		}

		/** Those that a decision of the service's own lets through. */
		public ApiAccess access(ReactiveAuthorizationManager<AuthorizationContext> decision) {
			return add(Callers.SOME, (access) -> access.access(decision));
		}

		private ApiAccess add(Callers callers, Consumer<AuthorizeExchangeSpec.Access> guard) {
			ApiAccess.this.rules.add(new Rule(this.method, this.patterns, callers, guard));
			return ApiAccess.this;
		}

	}

	private record Rule(@Nullable HttpMethod method, List<String> patterns, Callers callers,
			Consumer<AuthorizeExchangeSpec.Access> guard) {

		boolean isOf(HttpMethod wanted, PathContainer place) {
			return (this.method == null || this.method.equals(wanted))
					&& this.patterns.stream().map(Rule::parse).anyMatch((pattern) -> pattern.matches(place));
		}

		private static PathPattern parse(String pattern) {
			return PathPatternParser.defaultInstance.parse(pattern);
		}

	}

}
