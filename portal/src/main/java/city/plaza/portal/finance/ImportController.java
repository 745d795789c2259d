package city.plaza.portal.finance;

import java.util.List;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.PageExpired;
import city.plaza.portal.page.Pages;
import city.plaza.portal.session.CsrfTokens;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Files for the city's ledger, passed on to billing-service without being held. */
@Controller
class ImportController {

	static final Form FORM = new Form("finance/finance",
			Refusals.ofFields("kind", "dryRun", "file")
				.beside("kind", "unknown-kind")
				.beside("dryRun", "invalid-dry-run")
				.beside("file", "file-missing", "file-too-large", "empty-file", "wrong-header", "wrong-separator",
						"wrong-encoding", "malformed-file", "too-many-rows"));

	private static final String TOKEN_FIELD = "_csrf";

	private final FinanceFiles files;

	private final CsrfTokens csrf;

	ImportController(FinanceFiles files, CsrfTokens csrf) {
		this.files = files;
		this.csrf = csrf;
	}

	@GetMapping("/finance")
	Rendering show(@RequestParam(required = false) @Nullable String kind) {
		return FORM.page().modelAttribute("form", ImportForm.of(kind)).build();
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

	/** The file is stored; its import goes on by itself, and a reload repeats nothing. */
	private Mono<Rendering> send(Flux<PartEvent> parts) {
		ImportForm form = new ImportForm();
		return this.files.start(parts.doOnNext(form::note))
			.map((run) -> Pages.seeOther("/finance/imports/{id}", run.id()))
			.onErrorResume(ApiProblem.class, (problem) -> FORM.again(problem)
				.map((page) -> page.modelAttribute("form", form).modelAttribute("columns", columns(problem)).build()));
	}

	/** What is wrong with the header, column by column. */
	private static List<ApiProblem.FieldError> columns(ApiProblem problem) {
		return problem.is("wrong-header") ? problem.errors() : List.of();
	}

	@GetMapping("/finance/templates/{kind}")
	Mono<ResponseEntity<Flux<DataBuffer>>> template(@PathVariable String kind) {
		return this.files.template(kind).map((response) -> Csv.file(kind + "-template.csv", response));
	}

}
