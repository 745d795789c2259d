package city.plaza.portal.legacy;

import java.util.UUID;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.Pages;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * Emails a hint, after asking once more. Whom it goes to came with the search and goes
 * along in hidden fields: it may stand in no address.
 */
@Controller
class HintController {

	static final Form FORM = new Form("legacy/hint",
			Refusals.ofFields("language", "send")
				.violating("language", "unknown-choice")
				.beside("send", "hint-sent-already", "already-reclaimed"));

	private static final String ASK = LegacySearchController.PATH + "/{id}";

	private static final String SEND = ASK + "/hint";

	private final LegacyResidents residents;

	HintController(LegacyResidents residents) {
		this.residents = residents;
	}

	@PostMapping(ASK)
	Rendering ask(@PathVariable UUID id, @ModelAttribute("shown") Shown shown) {
		return filled(FORM.page(), id, shown);
	}

	@PostMapping(SEND)
	Mono<Rendering> send(@PathVariable UUID id, @ModelAttribute("shown") Shown shown) {
		return this.residents.hint(id.toString(), new LegacyResidents.Hint(shown.language()))
			.thenReturn(Pages.seeOther(LegacySearchController.PATH + "?hinted"))
			.onErrorResume(ApiProblem.class, (problem) -> FORM.again(problem).map((page) -> filled(page, id, shown)));
	}

	/** Who comes by address and not by button finds the search. */
	@GetMapping({ ASK, SEND })
	Rendering notByAddress(@PathVariable UUID id) {
		return Pages.seeOther(LegacySearchController.PATH);
	}

	private static Rendering filled(Rendering.Builder<?> page, UUID id, Shown shown) {
		return page.modelAttribute("id", id).modelAttribute("shown", shown).build();
	}

	/**
	 * As the search has shown it. Its text would hold a resident's name.
	 *
	 * @param language of the email; null until it is chosen
	 */
	record Shown(@Nullable String name, @Nullable String address, @Nullable String maskedEmail,
			@Nullable String language) {

		@Override
		public String toString() {
			return "Shown[***]";
		}

	}

}
