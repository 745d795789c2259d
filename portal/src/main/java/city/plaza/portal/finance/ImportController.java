package city.plaza.portal.finance;

import city.plaza.portal.form.Form;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.page.PageExpired;
import city.plaza.portal.session.CsrfTokens;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Files for the city's ledger, passed on to billing-service without being held. */
@Controller
class ImportController {

	static final Form FORM = new Form("finance/finance",
			Refusals.ofFields("kind", "dryRun", "file")
				.beside("kind", "unknown-kind")
				.beside("dryRun", "invalid-dry-run")
				.beside("file", "file-missing", "file-too-large", "wrong-header", "wrong-encoding", "malformed-file",
						"import-running"));

	private static final String TOKEN_FIELD = "_csrf";

	private final FinanceFiles files;

	private final CsrfTokens csrf;

	ImportController(FinanceFiles files, CsrfTokens csrf) {
		this.files = files;
		this.csrf = csrf;
	}

	@GetMapping("/finance")
	Rendering show() {
		return FORM.page().modelAttribute("form", new ImportForm()).build();
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

	private Mono<Rendering> send(Flux<PartEvent> parts) {
		ImportForm form = new ImportForm();
		return this.files.load(parts.doOnNext(form::note))
			.map((result) -> FORM.page()
				.modelAttribute("result", result)
				.modelAttribute("form", new ImportForm())
				.build())
			.onErrorResume(ApiProblem.class,
					(problem) -> FORM.again(problem).map((page) -> page.modelAttribute("form", form).build()));
	}

}
