package city.plaza.portal.finance;

import java.time.Clock;

import city.plaza.portal.city.CitySettings;
import city.plaza.portal.neighbour.ApiProblem;
import city.plaza.portal.page.Explanations;
import city.plaza.portal.page.PageExpired;
import city.plaza.portal.page.Pages;
import city.plaza.portal.session.CsrfTokens;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * Files in and out of the city's financial software, passed through without being held.
 */
@Controller
class FinanceController {

	private static final String VIEW = "finance/finance";

	private static final String TOKEN_FIELD = "_csrf";

	private final FinanceFiles files;

	private final CsrfTokens csrf;

	private final Explanations explanations;

	private final CitySettings city;

	private final Clock clock;

	FinanceController(FinanceFiles files, CsrfTokens csrf, Explanations explanations, CitySettings city, Clock clock) {
		this.files = files;
		this.csrf = csrf;
		this.explanations = explanations;
		this.city = city;
		this.clock = clock;
	}

	@GetMapping("/finance")
	Rendering show() {
		return Rendering.view(VIEW).build();
	}

	/** The token is the form's first part: nothing goes to billing before it fits. */
	@PostMapping(path = "/finance/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	Mono<Rendering> load(@RequestBody Flux<PartEvent> form, ServerWebExchange exchange) {
		return form.switchOnFirst(
				(first, all) -> (first.get() instanceof FormPartEvent token && TOKEN_FIELD.equals(token.name()))
						? this.csrf.check(exchange, token.value()).thenMany(Flux.defer(() -> send(all.skip(1))))
						: Flux.error(new PageExpired()))
			.next();
	}

	@GetMapping("/finance/exports/web-payments")
	Mono<ResponseEntity<Flux<DataBuffer>>> webPayments() {
		String name = "web-payments-" + this.city.local(this.clock.instant()).toLocalDate() + ".csv";
		return this.files.webPayments().map((response) -> Csv.file(name, response));
	}

	private Mono<Rendering> send(Flux<PartEvent> form) {
		return this.files.load(form)
			.map((outcome) -> Rendering.view(VIEW).modelAttribute("outcome", outcome).build())
			.onErrorResume(ApiProblem.class, (problem) -> Mono.just(refused(problem)));
	}

	private Rendering refused(ApiProblem problem) {
		if (problem.status().is5xxServerError() || problem.status().value() == 403) {
			throw problem;
		}
		return Pages.again(VIEW, this.explanations.explain(problem, "file")).build();
	}

}
