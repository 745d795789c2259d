package city.plaza.portal.session;

import java.util.Set;

import city.plaza.portal.form.ServiceCodes;
import city.plaza.portal.form.Texts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignInFormTests {

	/** Ends on the page to sign in, as every 401 of a service does. */
	private static final String SESSION_ENDED = "session-ended";

	@Test
	void hasATextForEachOfItsRefusals() {
		Texts.areCompleteFor(SignInController.FORM);
	}

	@Test
	void showsEveryProblemOfASignIn() {
		Set<String> codes = ServiceCodes.of("identity-service", "identity/session");
		assertThat(codes).contains("wrong-credentials", "too-many-tries");
		codes.remove(SESSION_ENDED);
		assertThat(ServiceCodes.shownBy(SignInController.FORM)).containsAll(codes);
	}

	@Test
	void keepsTheAddressAndAPathOfThisPortalButNoPassword() {
		SignInController.SignInForm form = new SignInController.SignInForm("a@example.com", "secret", "/bills/1");
		assertThat(form.withoutPassword())
			.isEqualTo(new SignInController.SignInForm("a@example.com", null, "/bills/1"));
		SignInController.SignInForm foreign = new SignInController.SignInForm(null, null, "//evil.example");
		assertThat(foreign.withoutPassword().then()).isNull();
	}

}
