package city.plaza.platform.openapi;

import java.util.List;

import city.plaza.platform.security.AccessRules;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import org.junit.jupiter.api.Test;

import org.springframework.util.ReflectionUtils;
import org.springframework.web.method.HandlerMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class OperationAccessTests {

	@Test
	void isWhatTheGuardEnforces() {
		AccessRules rules = (access) -> access.pathMatchers("/Shop/open")
			.permitAll()
			.pathMatchers("/Shop/closed")
			.hasRole("finance");
		assertThat(access(rules).isOpen(handler("open"))).isTrue();
		assertThat(access(rules).isOpen(handler("closed"))).isFalse();
		assertThat(access(rules).isForSome(handler("closed"))).isTrue();
		assertThat(access((access) -> access.pathMatchers("/Shop/closed").authenticated()).isForSome(handler("closed")))
			.isFalse();
	}

	@Test
	void doesNotAcceptADescriptionThatDiffersFromTheGuard() {
		assertThatIllegalStateException()
			.isThrownBy(
					() -> access((access) -> access.pathMatchers("/Shop/closed").permitAll()).isOpen(handler("closed")))
			.withMessageStartingWith("Add @SecurityRequirements");
		assertThatIllegalStateException()
			.isThrownBy(
					() -> access((access) -> access.pathMatchers("/Shop/open").authenticated()).isOpen(handler("open")))
			.withMessageStartingWith("Take @SecurityRequirements");
	}

	private static OperationAccess access(AccessRules rules) {
		return Mapped.access(rules, List.of(handler("open"), handler("closed")));
	}

	private static HandlerMethod handler(String name) {
		return new HandlerMethod(new Shop(), ReflectionUtils.findMethod(Shop.class, name));
	}

	static class Shop {

		@SecurityRequirements
		String open() {
			return "open";
		}

		String closed() {
			return "closed";
		}

	}

}
