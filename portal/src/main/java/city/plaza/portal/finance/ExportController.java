package city.plaza.portal.finance;

import city.plaza.portal.neighbour.ApiProblem;
import city.plaza.portal.page.Explanations;
import city.plaza.portal.page.FormErrors;
import city.plaza.portal.page.Pages;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * Exports of web payments: each part of a payment is in one of them, to be booked once.
 */
@Controller
class ExportController {

	private static final String VIEW = "finance/exports";

	private static final String PATH = "/finance/exports";

	private final Exports exports;

	private final FinanceFiles files;

	private final Explanations explanations;

	ExportController(Exports exports, FinanceFiles files, Explanations explanations) {
		this.exports = exports;
		this.files = files;
		this.explanations = explanations;
	}

	@GetMapping(PATH)
	Mono<Rendering> list(@RequestParam(required = false) @Nullable String made) {
		return page(Rendering.view(VIEW).modelAttribute("made", made != null));
	}

	@PostMapping(PATH)
	Mono<Rendering> make() {
		return this.exports.make()
			.map((export) -> Pages.seeOther(PATH + "?made=yes"))
			.onErrorResume(ApiProblem.class, (problem) -> problem.is("nothing-to-export")
					? page(Pages.again(VIEW, FormErrors.of("make", this.explanations.say("problem.nothing-to-export"))))
					: Mono.error(problem));
	}

	@GetMapping(PATH + "/{id}")
	Mono<ResponseEntity<Flux<DataBuffer>>> file(@PathVariable String id) {
		return this.files.export(id).map((response) -> Csv.file("web-payments-" + id + ".csv", response));
	}

	private Mono<Rendering> page(Rendering.Builder<?> page) {
		return this.exports.latest().map((list) -> page.modelAttribute("items", list.items()).build());
	}

}
