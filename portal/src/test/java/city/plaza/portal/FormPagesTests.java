package city.plaza.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import city.plaza.portal.StubServices.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** What every form of the portal does alike with what a service refuses. */
class FormPagesTests extends PortalTest {

	private static final String ID = "0197a000-0000-7000-8000-0000000000aa";

	/** A form, the call that it leads to, and a refusal that it shows. */
	enum FormPage {

		REGISTER("/register", "/register", "/api/v1/registrations", false, "too-many-tries", "email"),
		CONFIRM("/register/" + ID + "/confirm", "/register/" + ID + "/confirm",
				"/internal/v1/registrations/" + ID + "/browser-confirmation", false, "wrong-code", "code"),
		SEND_ANOTHER_CODE("/register/" + ID + "/confirm", "/register/" + ID + "/code",
				"/api/v1/registrations/" + ID + "/codes", false, "resend-too-soon", "code"),
		SIGN_IN("/sign-in", "/sign-in", "/internal/v1/browser-sessions", false, "wrong-credentials", "email"),
		FORGOT_PASSWORD("/forgot-password", "/forgot-password", "/api/v1/password-resets", false, "too-many-tries",
				"email"),
		RESET_PASSWORD("/forgot-password/" + ID, "/forgot-password/" + ID,
				"/api/v1/password-resets/" + ID + "/completion", false, "wrong-code", "code"),
		LINK("/linked-accounts/new", "/linked-accounts/new", "/api/v1/customer-links", true, "already-linked",
				"number"),
		PAY("/payments/new/check?bill=62825", "/payments/new/check?bill=62825&amount=250.00&back=%2Fmanage-bills",
				"/api/v1/payments", true, "bill-pending", "amount"),
		LOOKUP("/bill-search", "/bill-search", "/api/v1/bill-lookups", false, "no-such-bill", "customerNumber"),
		EXPORT("/finance/exports", "/finance/exports", "/api/v1/finance/exports", true, "nothing-to-export", "make"),
		EXCEPTION("/finance/exceptions", "/finance/exceptions/e-1", "/api/v1/finance/payment-exceptions/e-1/resolution",
				true, "exception-resolved", "note-e-1");

		private final String path;

		private final String action;

		private final String call;

		private final boolean signedIn;

		private final String code;

		private final String field;

		FormPage(String path, String action, String call, boolean signedIn, String code, String field) {
			this.path = path;
			this.action = action;
			this.call = call;
			this.signedIn = signedIn;
			this.code = code;
			this.field = field;
		}

		@Nullable String token() {
			return this.signedIn ? finance() : null;
		}

	}

	@BeforeEach
	void showTheForms() {
		SERVICES.on("GET", "/api/v1/bills/62825", Samples.bill(false, 25000, false));
		SERVICES.on("GET", "/api/v1/finance/exports", Answer.json(200, "{\"items\":[]}"));
		SERVICES.on("GET", "/api/v1/finance/payment-exceptions", Answer.json(200, """
				{"items":[{"id":"e-1","paymentId":"p-1","reference":"PLZ-7F3K-22AA","state":"redirected",
				 "kind":"wrong-amount","expected":{"amount":25000,"currency":"USD"},
				 "amount":{"amount":24000,"currency":"USD"},"foundAt":"2026-03-01T10:00:00Z","resolution":null}]}"""));
	}

	@ParameterizedTest
	@EnumSource
	void showsTheRefusalInTheTitleTheSummaryAndBesideItsField(FormPage form) {
		Page page = refused(form, Answer.problem(422, form.code));
		assertThat(page.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(page.html().title()).startsWith("Error: ");
		assertThat(page.text(".govuk-error-summary h2")).isEqualTo("There is a problem");
		assertThat(page.html().select(".govuk-error-summary a").eachAttr("href")).containsExactly("#" + form.field);
		assertThat(page.html().getElementById(form.field)).isNotNull();
		assertThat(page.text("#" + form.field + "-error")).startsWith("Error: ")
			.endsWith(page.text(".govuk-error-summary a"))
			.doesNotContain("own words", "??");
	}

	@ParameterizedTest
	@EnumSource
	void namesTheErrorToThoseWhoHearThePage(FormPage form) {
		Page page = refused(form, Answer.problem(422, form.code));
		page.html()
			.select("main input[aria-invalid=true]")
			.forEach((input) -> assertThat(List.of(input.attr("aria-describedby").split(" ")))
				.contains(input.id() + "-error"));
		assertThat(page.html().select("main [aria-describedby]").eachAttr("aria-describedby"))
			.flatMap((ids) -> Arrays.asList(ids.split(" ")))
			.allSatisfy((id) -> assertThat(page.html().getElementById(id)).as(id).isNotNull());
	}

	@ParameterizedTest
	@EnumSource
	void keepsAConflictAndALimitForThoseWhoWatchTheStatus(FormPage form) {
		assertThat(refused(form, Answer.problem(409, form.code)).status()).isEqualTo(HttpStatus.CONFLICT);
		Page limited = refused(form,
				Answer.problem(429, "{\"code\":\"" + form.code + "\"}", Map.of("Retry-After", "42")));
		assertThat(limited.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
		assertThat(limited.headers().getFirst("Retry-After")).isEqualTo("42");
	}

	@ParameterizedTest
	@EnumSource
	void leavesWhatItDoesNotKnowToTheErrorPages(FormPage form) {
		Page unknown = refused(form, Answer.problem(422, "added-later"));
		assertThat(unknown.status()).isEqualTo(HttpStatus.BAD_REQUEST);
		assertThat(unknown.text("h1")).isEqualTo("Something in this request is not right");
		assertThat(refused(form, Answer.problem(403, "forbidden")).status()).isEqualTo(HttpStatus.FORBIDDEN);
		assertThat(refused(form, Answer.problem(404, "not-found")).status()).isEqualTo(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@EnumSource
	void showsThePageForOutagesWhileTheServiceIsDown(FormPage form) {
		for (Answer outage : List.of(Answer.problem(503, "temporarily-unavailable"), Answer.problem(503, "busy"),
				Answer.problem(500, "internal-error"))) {
			Page page = refused(form, outage);
			assertThat(page.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
			assertThat(page.text("h1")).isEqualTo("Sorry, this part is not available");
			assertThat(page.headers().getFirst("Retry-After")).isEqualTo("5");
		}
	}

	private Page refused(FormPage form, Answer refusal) {
		SERVICES.on("POST", form.call, refusal);
		return submit(form.path, form.action, form.token(), Map.of());
	}

}
