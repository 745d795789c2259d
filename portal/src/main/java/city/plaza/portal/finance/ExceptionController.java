package city.plaza.portal.finance;

import java.util.Map;

import city.plaza.portal.form.Form;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.page.Pages;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** Payments whose money does not match them: looked at, and resolved with a note. */
@Controller
class ExceptionController {

	static final Form FORM = new Form("finance/exceptions",
			Refusals.ofFields("note")
				.violating("note", "required", "wrong-length")
				.beside("note", "exception-resolved"));

	private static final String PATH = "/finance/exceptions";

	private final PaymentExceptions exceptions;

	ExceptionController(PaymentExceptions exceptions) {
		this.exceptions = exceptions;
	}

	@GetMapping(PATH)
	Mono<Rendering> list(@RequestParam(required = false) @Nullable String resolved) {
		return filled(FORM.page().modelAttribute("resolved", resolved != null));
	}

	@PostMapping(PATH + "/{id}")
	Mono<Rendering> resolve(@PathVariable String id, @ModelAttribute("form") NoteForm form) {
		return this.exceptions.resolve(id, new PaymentExceptions.Resolution(form.stripped()))
			.thenReturn(Pages.seeOther(PATH + "?resolved=yes"))
			.onErrorResume(ApiProblem.class,
					(problem) -> FORM.of(id)
						.again(problem)
						.flatMap((page) -> filled(page.modelAttribute("notes", Map.of(id, form.stripped())))));
	}

	/** Who comes by address and not by button finds the list. */
	@GetMapping(PATH + "/{id}")
	Rendering notByAddress(@PathVariable String id) {
		return Pages.seeOther(PATH);
	}

	private Mono<Rendering> filled(Rendering.Builder<?> page) {
		return this.exceptions.open().map((list) -> page.modelAttribute("items", list.items()).build());
	}

	record NoteForm(@Nullable String note) {

		String stripped() {
			return (this.note != null) ? this.note.strip() : "";
		}

	}

}
