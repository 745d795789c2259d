package city.plaza.portal.finance;

import java.util.Map;

import city.plaza.portal.neighbour.ApiProblem;
import city.plaza.portal.page.Explanations;
import city.plaza.portal.page.FormErrors;
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

	private static final String VIEW = "finance/exceptions";

	private static final String PATH = "/finance/exceptions";

	private final PaymentExceptions exceptions;

	private final Explanations explanations;

	ExceptionController(PaymentExceptions exceptions, Explanations explanations) {
		this.exceptions = exceptions;
		this.explanations = explanations;
	}

	@GetMapping(PATH)
	Mono<Rendering> list(@RequestParam(required = false) @Nullable String resolved) {
		return page(Rendering.view(VIEW).modelAttribute("resolved", resolved != null));
	}

	@PostMapping(PATH + "/{id}")
	Mono<Rendering> resolve(@PathVariable String id, @ModelAttribute("form") NoteForm form) {
		String note = (form.note() != null) ? form.note().strip() : "";
		if (note.isEmpty()) {
			return again(id, note, FormErrors.of(field(id), this.explanations.say("problem.note.required")));
		}
		return this.exceptions.resolve(id, new PaymentExceptions.Resolution(note))
			.thenReturn(Pages.seeOther(PATH + "?resolved=yes"))
			.onErrorResume(ApiProblem.class, (problem) -> refused(id, note, problem));
	}

	private Mono<Rendering> refused(String id, String note, ApiProblem problem) {
		int status = problem.status().value();
		return (status == 409 || status == 422)
				? again(id, note,
						FormErrors.of(field(id),
								this.explanations.explain(problem, "note").all().values().iterator().next()))
				: Mono.error(problem);
	}

	private Mono<Rendering> again(String id, String note, FormErrors errors) {
		return page(Pages.again(VIEW, errors).modelAttribute("notes", Map.of(id, note)));
	}

	private Mono<Rendering> page(Rendering.Builder<?> page) {
		return this.exceptions.open().map((list) -> page.modelAttribute("items", list.items()).build());
	}

	private static String field(String id) {
		return "note-" + id;
	}

	record NoteForm(@Nullable String note) {
	}

}
