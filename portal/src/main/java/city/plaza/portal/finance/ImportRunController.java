package city.plaza.portal.finance;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** What is and was imported. */
@Controller
class ImportRunController {

	/** How often the page of an import that goes on loads itself again, in seconds. */
	private static final int PAUSE = 5;

	private static final String OFF = "off";

	private final ImportRuns runs;

	private final FinanceFiles files;

	ImportRunController(ImportRuns runs, FinanceFiles files) {
		this.runs = runs;
		this.files = files;
	}

	@GetMapping("/finance/imports")
	Mono<Rendering> list(@RequestParam(required = false) @Nullable String cursor) {
		return this.runs.list(cursor)
			.map((list) -> Rendering.view("finance/imports")
				.modelAttribute("list", list)
				.modelAttribute("continued", cursor != null)
				.build());
	}

	/**
	 * While it goes on the page loads itself again, unless the reader wants to do that.
	 */
	@GetMapping("/finance/imports/{id}")
	Mono<Rendering> show(@PathVariable String id, @RequestParam(required = false) @Nullable String updates) {
		return this.runs.run(id)
			.flatMap((run) -> rejected(run).map((rejected) -> page(run, rejected, OFF.equals(updates))));
	}

	private Mono<ImportRuns.Rejected> rejected(ImportRuns.Run run) {
		return (run.rejected() > 0) ? this.runs.rejected(run.id()) : Mono.just(ImportRuns.Rejected.NONE);
	}

	private static Rendering page(ImportRuns.Run run, ImportRuns.Rejected rejected, boolean stopped) {
		Rendering.Builder<?> page = Rendering.view("finance/import")
			.modelAttribute("run", run)
			.modelAttribute("rejected", rejected)
			.modelAttribute("pause", PAUSE)
			.modelAttribute("stopped", stopped);
		return (run.over() || stopped) ? page.build() : page.header("Refresh", Integer.toString(PAUSE)).build();
	}

	@GetMapping("/finance/imports/{id}/rejected-rows")
	Mono<ResponseEntity<Flux<DataBuffer>>> rejectedRows(@PathVariable String id) {
		return this.files.rejected(id).map((response) -> Csv.file("rejected-rows-" + id + ".csv", response));
	}

}
