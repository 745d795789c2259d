package city.plaza.portal.twostep;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.FormError;
import city.plaza.portal.form.FormErrors;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.Pages;
import city.plaza.portal.page.QrCode;
import city.plaza.portal.proof.Proof;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** Adding an authenticator app, or changing to another. */
@Controller
class AppController {

	static final Form FORM = new Form("twostep/app", Refusals.ofFields("code").beside("code", "wrong-second-factor"));

	private static final String PAGE = "/account/two-step/app";

	private final SecondFactors factors;

	AppController(SecondFactors factors) {
		this.factors = factors;
	}

	/**
	 * What was typed, and what the page showed: the same key is shown again.
	 *
	 * @param code of the app
	 * @param key to type into the app
	 * @param uri the same for the QR code
	 */
	record AppForm(@Nullable String code, @Nullable String key, @Nullable String uri) {
	}

	@GetMapping(PAGE)
	Mono<Rendering> show() {
		return Proof.at(PAGE, this.factors.beginAuthenticator()
			.map((setup) -> fill(FORM.page(), new AppForm(null, setup.key(), setup.uri()))));
	}

	@PostMapping(PAGE)
	Mono<Rendering> add(@ModelAttribute("form") AppForm form) {
		String code = form.code();
		if (code == null || code.isBlank()) {
			return Mono.just(fill(FORM.again(FormErrors.of(FormError.of("code", "required"))), form));
		}
		return Proof.at(PAGE,
				this.factors.confirmAuthenticator(new SecondFactors.Code(code))
					.map((added) -> added.recoveryCodes().isEmpty() ? Pages.seeOther("/account/two-step?added")
							: TwoStepController.codes(added.recoveryCodes()))
					// Too many tries, or too late: with another key.
					.onErrorResume(ApiProblem.with("factor-not-begun"), (ended) -> Mono.just(Pages.seeOther(PAGE)))
					.onErrorResume(ApiProblem.with("wrong-second-factor"),
							(problem) -> FORM.again((ApiProblem) problem).map((page) -> fill(page, form))));
	}

	private static Rendering fill(Rendering.Builder<?> page, AppForm form) {
		QrCode qr = QrCode.of(form.uri());
		if (qr != null) {
			page.modelAttribute("qr", qr);
		}
		return page.modelAttribute("form", new AppForm(null, form.key(), form.uri())).build();
	}

}
