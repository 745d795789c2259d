package city.plaza.billing.finance;

import city.plaza.platform.failure.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Goes on with the imports that nobody works on, the oldest first: those that were just
 * uploaded, and those whose process was killed.
 */
@Component
class ContinueImports {

	/** After as many failures in a row it will not go well any more. */
	private static final int MOST_FAILURES = 5;

	private static final Logger log = LoggerFactory.getLogger(ContinueImports.class);

	private final ImportRuns runs;

	private final RunImport runImport;

	private final ImportTurn turn;

	private final FinanceSettings settings;

	ContinueImports(ImportRuns runs, RunImport runImport, ImportTurn turn, FinanceSettings settings) {
		this.runs = runs;
		this.runImport = runImport;
		this.turn = turn;
		this.settings = settings;
	}

	/**
	 * Goes on with one.
	 * @return whether there was one, and nobody else's turn
	 */
	Mono<Boolean> next() {
		return this.runs.next()
			.flatMap((found) -> this.turn.during(found.id(), goOn(found.id())))
			.map((run) -> true)
			.onErrorResume(TurnLostException.class, (lost) -> Mono.empty())
			.defaultIfEmpty(false);
	}

	/** How far it is may have changed before this was its turn. */
	private Mono<ImportRun> goOn(ImportId id) {
		return Mono.defer(() -> this.runs.find(id))
			.filter((run) -> !run.isOver())
			.flatMap((run) -> this.runImport.toItsEnd(run)
				.onErrorResume((error) -> !(error instanceof TurnLostException), (error) -> failed(id, error)));
	}

	private Mono<ImportRun> failed(ImportId id, Throwable error) {
		return this.runs.failedStep(id, this.settings.retryPause()).flatMap((failures) -> {
			if (Outage.of(error).isPresent()) {
				log.warn("Step of import {} failed, {} in a row: {}", id, failures, error.toString());
			}
			else {
				log.error("Step of import {} failed, {} in a row", id, failures, error);
			}
			return (failures >= MOST_FAILURES) ? this.runImport.end(id, ImportState.FAILED) : this.runs.find(id);
		});
	}

}
