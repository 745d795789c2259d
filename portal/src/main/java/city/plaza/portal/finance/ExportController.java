package city.plaza.portal.finance;

import java.time.Clock;

import city.plaza.portal.city.CitySettings;
import city.plaza.portal.form.Form;
import city.plaza.portal.form.Refusals;
import city.plaza.portal.client.ApiProblem;
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

	static final Form FORM = new Form("finance/exports", Refusals.ofFields("make").beside("make", "nothing-to-export"));

	private static final String PATH = "/finance/exports";

	private final Exports exports;

	private final FinanceFiles files;

	private final CitySettings city;

	private final Clock clock;

	ExportController(Exports exports, FinanceFiles files, CitySettings city, Clock clock) {
		this.exports = exports;
		this.files = files;
		this.city = city;
		this.clock = clock;
	}

	@GetMapping(PATH)
	Mono<Rendering> list(@RequestParam(required = false) @Nullable String made,
			@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(required = false) @Nullable String postedBy) {
		return filled(FORM.page().modelAttribute("made", made != null), cursor, postedBy);
	}

	@PostMapping(PATH)
	Mono<Rendering> make() {
		return this.exports.make()
			.map((export) -> Pages.seeOther(PATH + "?made=yes"))
			.onErrorResume(ApiProblem.class,
					(problem) -> FORM.again(problem).flatMap((page) -> filled(page, null, null)));
	}

	/** All that are pending, exported before or not: to compare, not to book. */
	@GetMapping(PATH + "/web-payments")
	Mono<ResponseEntity<Flux<DataBuffer>>> webPayments() {
		String name = "web-payments-" + this.city.local(this.clock.instant()).toLocalDate() + ".csv";
		return this.files.webPayments().map((response) -> Csv.file(name, response));
	}

	@GetMapping(PATH + "/{id}")
	Mono<ResponseEntity<Flux<DataBuffer>>> file(@PathVariable String id) {
		return this.files.export(id).map((response) -> Csv.file("web-payments-" + id + ".csv", response));
	}

	/**
	 * With all exports, or with those that one import of postings posted something of.
	 */
	private Mono<Rendering> filled(Rendering.Builder<?> page, @Nullable String cursor, @Nullable String postedBy) {
		Rendering.Builder<?> shown = (postedBy != null) ? page.modelAttribute("postedBy", postedBy) : page;
		return this.exports.list(cursor, postedBy)
			.map((list) -> shown.modelAttribute("list", list).modelAttribute("continued", cursor != null).build());
	}

}
