package city.plaza.portal.page;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.security.oauth2.jwt.Jwt;

import static org.assertj.core.api.Assertions.assertThat;

class VisitorTests {

	@Test
	void isShownByGivenAndFamilyName() {
		Jwt token = token().claim("given_name", "Robin").claim("family_name", "Example").build();
		assertThat(Visitor.of(token)).isEqualTo(new Visitor("Robin Example", Set.of(), null));
	}

	@Test
	void isShownByTheNameThatThereIs() {
		assertThat(Visitor.of(token().claim("given_name", "Robin").build()).name()).isEqualTo("Robin");
		assertThat(Visitor.of(token().build()).name()).isEmpty();
	}

	@Test
	void isOfferedTheFinancePagesByRoleOnly() {
		assertThat(Visitor.of(token().claim("roles", List.of("help-desk", "finance")).build()).finance()).isTrue();
		assertThat(Visitor.of(token().claim("roles", List.of("help-desk")).build()).finance()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "help-desk, true", "administrator, true", "finance, false" })
	void isOfferedThePagesOfTheHelpDeskByRole(String role, boolean offered) {
		assertThat(Visitor.of(token().claim("roles", List.of(role)).build()).helpDesk()).isEqualTo(offered);
	}

	private static Jwt.Builder token() {
		return Jwt.withTokenValue("token").header("alg", "none").subject("resident-1");
	}

}
