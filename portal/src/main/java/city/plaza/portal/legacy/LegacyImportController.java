package city.plaza.portal.legacy;

import java.util.List;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.FormError;
import city.plaza.portal.form.FormErrors;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.page.PageExpired;
import city.plaza.portal.session.CsrfTokens;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * The file of the earlier portal's account holders, passed on to identity-service without
 * being held.
 */
@Controller
class LegacyImportController {

	private static final String FILE_FIELD = "accounts";

	static final Form FORM = new Form("legacy/import",
			Refusals.ofFields("dryRun", FILE_FIELD)
				.beside(FILE_FIELD, "file-missing", "too-large", "empty-file", "wrong-header", "wrong-encoding",
						"malformed-file"));

	private static final String PATH = "/finance/legacy-residents";

	private static final String TOKEN_FIELD = "_csrf";

	private static final String DRY_RUN_FIELD = "dryRun";

	private final LegacyFiles files;

	private final CsrfTokens csrf;

	LegacyImportController(LegacyFiles files, CsrfTokens csrf) {
		this.files = files;
		this.csrf = csrf;
	}

	@GetMapping(PATH)
	Rendering show() {
		return filled(FORM.page(), false);
	}

	/**
	 * Nothing goes to identity-service before the token fits: it is the form's first
	 * part, and the file its last. The result is this response; to send the same file
	 * again changes nothing.
	 */
	@PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	Mono<Rendering> load(@RequestBody Flux<PartEvent> form, ServerWebExchange exchange) {
		return form.switchOnFirst(
				(first, all) -> (first.get() instanceof FormPartEvent token && TOKEN_FIELD.equals(token.name()))
						? this.csrf.check(exchange, token.value()).then(Mono.defer(() -> read(all.skip(1), false)))
						: Mono.error(new PageExpired()))
			.next();
	}

	private Mono<Rendering> read(Flux<PartEvent> parts, boolean dryRun) {
		return parts.switchOnFirst((first, all) -> switch (first.get()) {
			case FormPartEvent field -> read(all.skip(1), dryRun || isDryRun(field));
			case FilePartEvent file when !isEmpty(file) -> send(all, dryRun);
			case FilePartEvent file -> refuse(missing(file), all, dryRun);
			case null, default -> refuse("file-missing", all, dryRun);
		}).next();
	}

	private Mono<Rendering> send(Flux<PartEvent> file, boolean dryRun) {
		return this.files.load(dryRun, file.takeWhile(FilePartEvent.class::isInstance).map(PartEvent::content))
			.map((result) -> filled(FORM.page().modelAttribute("result", result), false))
			.onErrorResume(ApiProblem.class, (problem) -> FORM.again(problem)
				.map((page) -> filled(page.modelAttribute("columns", columns(problem)), dryRun)));
	}

	private static boolean isDryRun(FormPartEvent field) {
		return DRY_RUN_FIELD.equals(field.name()) && "true".equals(field.value());
	}

	private static boolean isEmpty(FilePartEvent file) {
		return file.isLast() && file.content().readableByteCount() == 0;
	}

	/** A browser sends a part without a name where no file was chosen. */
	private static String missing(FilePartEvent file) {
		return file.filename().isEmpty() ? "file-missing" : "empty-file";
	}

	private static Mono<Rendering> refuse(String code, Flux<PartEvent> parts, boolean dryRun) {
		return parts.doOnNext((part) -> DataBufferUtils.release(part.content()))
			.then(Mono.fromSupplier(() -> filled(FORM.again(FormErrors.of(FormError.of(FILE_FIELD, code))), dryRun)));
	}

	private static Rendering filled(Rendering.Builder<?> page, boolean dryRun) {
		return page.modelAttribute("dryRun", dryRun).build();
	}

	/** What is wrong with the header, column by column. */
	private static List<ApiProblem.FieldError> columns(ApiProblem problem) {
		return problem.is("wrong-header") ? problem.errors() : List.of();
	}

}
