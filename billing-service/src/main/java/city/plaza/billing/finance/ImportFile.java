package city.plaza.billing.finance;

import java.time.Duration;

import city.plaza.billing.finance.AcceptImport.Outcome;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Imports a file while the caller waits. */
@Component
class ImportFile {

	private static final Duration PAUSE = Duration.ofMillis(200);

	private final AcceptImport acceptImport;

	private final RunImport runImport;

	private final ImportTurn turn;

	private final ImportRuns runs;

	ImportFile(AcceptImport acceptImport, RunImport runImport, ImportTurn turn, ImportRuns runs) {
		this.acceptImport = acceptImport;
		this.runImport = runImport;
		this.turn = turn;
		this.runs = runs;
	}

	/**
	 * Imports the file; a dry run does all of it but the commits. Where this process
	 * loses its turn, another one goes on and is waited for.
	 * @param by the member of staff
	 * @return the run when it is over, or why there is none
	 */
	Mono<Outcome> load(Upload upload, StaffMember by) {
		ImportId id = ImportId.random();
		return this.turn.during(id, Mono.defer(() -> this.acceptImport.accept(id, upload, by).flatMap(this::run)))
			.defaultIfEmpty(new Outcome.Busy());
	}

	private Mono<Outcome> run(Outcome outcome) {
		return (outcome instanceof Outcome.Accepted accepted) ? this.runImport.toItsEnd(accepted.run())
			.onErrorResume(TurnLostException.class, (lost) -> end(accepted.run().id()))
			.map(Outcome.Accepted::new) : Mono.just(outcome);
	}

	private Mono<ImportRun> end(ImportId id) {
		return Mono.defer(() -> this.runs.find(id))
			.filter(ImportRun::isOver)
			.repeatWhenEmpty((rounds) -> rounds.delayElements(PAUSE));
	}

}
