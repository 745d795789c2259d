package city.plaza.portal.legacy;

import java.util.Map;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.Refusals;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * The help desk finds the account of somebody who does not know its email. What is found
 * is shown in the response to the form: no name gets into an address.
 */
@Controller
class LegacySearchController {

	static final String PATH = "/staff/legacy-residents";

	static final Form FORM = new Form("legacy/search", Refusals.ofFields("query").beside("query", "invalid-query"));

	private final LegacyResidents residents;

	LegacySearchController(LegacyResidents residents) {
		this.residents = residents;
	}

	@GetMapping(PATH)
	Rendering show(@RequestParam Map<String, String> query) {
		return filled(FORM.page(), "").modelAttribute("hinted", query.containsKey("hinted")).build();
	}

	@PostMapping(PATH)
	Mono<Rendering> search(@ModelAttribute("form") SearchForm form) {
		String query = form.stripped();
		return this.residents.search(new LegacyResidents.Search(query))
			.map((found) -> filled(FORM.page(), query).modelAttribute("found", found).build())
			.onErrorResume(ApiProblem.class,
					(problem) -> FORM.again(problem).map((page) -> filled(page, query).build()));
	}

	private static Rendering.Builder<?> filled(Rendering.Builder<?> page, String query) {
		return page.modelAttribute("query", query);
	}

	/** Its text would hold a resident's name. */
	record SearchForm(@Nullable String query) {

		String stripped() {
			return (this.query != null) ? this.query.strip() : "";
		}

		@Override
		public String toString() {
			return "SearchForm[***]";
		}

	}

}
