package city.plaza.portal.session;

import java.util.Set;

import city.plaza.platform.testing.TestClock;
import city.plaza.portal.city.SomeCity;
import city.plaza.portal.cutover.CutOver;
import city.plaza.portal.form.ReleasedApi;
import city.plaza.portal.form.Texts;
import city.plaza.portal.provider.SignInProviders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.result.view.RedirectView;

import static org.assertj.core.api.Assertions.assertThat;

class SignInFormTests {

	@Test
	void hasATextForEachOfItsRefusals() {
		Texts.areCompleteFor(SignInController.FORM);
	}

	@Test
	void showsEveryProblemOfASignIn() {
		Set<String> codes = ReleasedApi.of("identity").problems("signIn");
		assertThat(codes).contains("wrong-credentials", "too-many-tries");
		assertThat(ReleasedApi.shownBy(SignInController.FORM)).containsAll(codes);
	}

	@ParameterizedTest
	@CsvSource({ ", /sign-in", "/bills/1, /sign-in?then=%2Fbills%2F1",
			"/bills/1?asOf=6%2F15%2F2021, /sign-in?then=%2Fbills%2F1%3FasOf%3D6%252F15%252F2021",
			"//evil.example, /sign-in", "https://evil.example, /sign-in" })
	void isAskedForAtOnceWhereTheCityHasNoNotice(@Nullable String then, String onward) {
		SignInController controller = new SignInController(new NoSessions(), SomeCity.withNotice(), new CsrfTokens(),
				page());
		assertThat(((RedirectView) controller.notice(then).view()).getUrl()).isEqualTo(onward);
		SignInController noticing = new SignInController(new NoSessions(), SomeCity.withNotice("Read this first."),
				new CsrfTokens(), page());
		assertThat(noticing.notice(then).modelAttributes()).containsEntry("onward", onward);
	}

	@Test
	void keepsTheAddressAndAPathOfThisPortalButNoPassword() {
		SignInController.SignInForm form = new SignInController.SignInForm("a@example.com", "secret", "/bills/1");
		assertThat(form.withoutPassword())
			.isEqualTo(new SignInController.SignInForm("a@example.com", null, "/bills/1"));
		SignInController.SignInForm foreign = new SignInController.SignInForm(null, null, "//evil.example");
		assertThat(foreign.withoutPassword().then()).isNull();
	}

	private static SignInPage page() {
		return new SignInPage(new SignInProviders(Mono::empty),
				new CutOver(Mono::empty, TestClock.standingAt("2026-03-02T08:00:00Z")));
	}

	/** A look at the notice opens no session. */
	private static final class NoSessions implements BrowserSessions {

		@Override
		public Mono<BrowserSession> open(Credentials credentials) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Mono<Void> endCurrent() {
			throw new UnsupportedOperationException();
		}

	}

}
