package city.plaza.portal.twostep;

import java.util.Map;
import java.util.UUID;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.FormError;
import city.plaza.portal.form.FormErrors;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.Credential;
import city.plaza.portal.page.Pages;
import city.plaza.portal.proof.Proof;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;

/** The account's passkeys: adding one takes a script, removing one does not. */
@Controller
class PasskeysController {

	static final Form FORM = new Form("twostep/passkey",
			Refusals.ofFields("passkeyName")
				.named("passkeyName", "name")
				.violating("passkeyName", "required", "too-long", "invalid-characters")
				.beside("passkeyName", "passkey-refused", "too-many-passkeys"));

	private static final String PAGE = "/account/two-step";

	private static final String NEW = PAGE + "/passkeys/new";

	private final SecondFactors factors;

	PasskeysController(SecondFactors factors) {
		this.factors = factors;
	}

	record PasskeyForm(@Nullable String passkeyName, @Nullable String credential) {
	}

	/** The proof is asked for here, before the browser asks for a finger. */
	@GetMapping(NEW)
	Mono<Rendering> show() {
		return this.factors.read()
			.map((factors) -> factors.proved() ? fill(FORM.page(), null)
					: Pages.seeOther("/account/confirm?then={address}", NEW));
	}

	@PostMapping(PAGE + "/passkeys/options")
	@ResponseBody
	Mono<ResponseEntity<Map<String, Object>>> options() {
		return this.factors.beginPasskey()
			.map((options) -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(options));
	}

	@GetMapping(PAGE + "/passkeys/options")
	Rendering notByAddress() {
		return Pages.seeOther(NEW);
	}

	@PostMapping(NEW)
	Mono<Rendering> add(@ModelAttribute("form") PasskeyForm form) {
		return Mono.justOrEmpty(Credential.read(form.credential()))
			.flatMap((credential) -> Proof.at(NEW,
					this.factors.addPasskey(new SecondFactors.NewPasskey(form.passkeyName(), credential))
						.map((added) -> added.recoveryCodes().isEmpty() ? Pages.seeOther(PAGE + "?passkey-added")
								: TwoStepController.codes(added.recoveryCodes()))))
			.onErrorResume(ApiProblem.class,
					(problem) -> FORM.again(problem).map((page) -> fill(page, form.passkeyName())))
			.switchIfEmpty(Mono
				.fromSupplier(() -> fill(FORM.again(FormErrors.of(FormError.of("passkeyName", "passkey-refused"))),
						form.passkeyName())));
	}

	@GetMapping(PAGE + "/passkeys/{id}/remove")
	Mono<Rendering> askToRemove(@PathVariable UUID id) {
		return this.factors.read()
			.map((factors) -> factors.passkeys()
				.stream()
				.filter((passkey) -> passkey.id().equals(id))
				.findFirst()
				.map((passkey) -> Rendering.view("twostep/remove-passkey").modelAttribute("passkey", passkey).build())
				.orElseGet(() -> Pages.seeOther(PAGE)));
	}

	/** Removed in another tab, it is removed; the last of who has to have one stays. */
	@PostMapping(PAGE + "/passkeys/{id}/remove")
	Mono<Rendering> remove(@PathVariable UUID id) {
		return Proof.at(PAGE + "/passkeys/" + id + "/remove",
				this.factors.removePasskey(id)
					.thenReturn(Pages.seeOther(PAGE + "?passkey-removed"))
					.onErrorResume(ApiProblem.with(ApiProblem.NOT_FOUND, "last-factor"),
							(gone) -> Mono.just(Pages.seeOther(PAGE))));
	}

	private static Rendering fill(Rendering.Builder<?> page, @Nullable String name) {
		return page.modelAttribute("form", new PasskeyForm(name, null)).build();
	}

}
