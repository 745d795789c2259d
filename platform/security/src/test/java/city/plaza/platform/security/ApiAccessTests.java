package city.plaza.platform.security;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the description of an API reads from the rules; that the guard obeys them, see
 * ResourceServerTests.
 */
class ApiAccessTests {

	private final ApiAccess access = ApiAccess
		.of(List.of((rules) -> rules.pathMatchers(HttpMethod.POST, "/links/disputes", "/sessions")
			.permitAll()
			.pathMatchers("/links/**")
			.access((caller, request) -> Mono.just(new AuthorizationDecision(false)))
			.pathMatchers("/finance/**")
			.hasRole("finance"), (rules) -> rules.pathMatchers("/finance/**", "/bills/**").authenticated()));

	@ParameterizedTest
	@CsvSource({ "POST, /links/disputes, true, false", "POST, /sessions, true, false",
			"GET, /links/disputes, false, true", "DELETE, /links/{id}, false, true", "GET, /links, false, true",
			"GET, /finance/exports/{id}, false, true", "GET, /bills/{billNumber}, false, false",
			"GET, /bills, false, false" })
	void isThatOfTheFirstRuleThatNamesTheOperation(HttpMethod method, String path, boolean isOpen, boolean isForSome) {
		assertThat(this.access.isOpen(method, path)).isEqualTo(isOpen);
		assertThat(this.access.isForSome(method, path)).isEqualTo(isForSome);
	}

	@Test
	void refusesEverybodyWhatNoRuleNames() {
		assertThat(this.access.isOpen(HttpMethod.GET, "/sessions")).isFalse();
		assertThat(this.access.isForSome(HttpMethod.GET, "/sessions")).isTrue();
		assertThat(ApiAccess.of(List.of()).isForSome(HttpMethod.GET, "/bills")).isTrue();
	}

}
