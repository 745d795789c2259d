package city.plaza.billing.finance;

import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

import city.plaza.billing.finance.AcceptImport.Outcome;
import city.plaza.platform.failure.Outage;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

/**
 * Imports files that were put into a folder, as if they were uploaded. A file is taken
 * under the id of its run, becomes that run in one transaction, and is put away after it:
 * cut off anywhere, whoever finds the file among those taken goes on, and imports it only
 * where there is no run of its id.
 */
@Component
class ImportFromFolder {

	/** Who uploads what is put into the folder. */
	static final StaffMember FOLDER = new StaffMember(new UUID(0, 0), "import folder");

	private static final Logger log = LoggerFactory.getLogger(ImportFromFolder.class);

	private final ImportFolder folder;

	private final FolderTurn turn;

	private final ImportRuns runs;

	private final AcceptImport acceptImport;

	ImportFromFolder(ImportFolder folder, FolderTurn turn, ImportRuns runs, AcceptImport acceptImport) {
		this.folder = folder;
		this.turn = turn;
		this.runs = runs;
		this.acceptImport = acceptImport;
	}

	/**
	 * Takes a file and imports or refuses it.
	 * @return whether there was one that no other instance is working on
	 */
	Mono<Boolean> next() {
		return blocking(this.folder::next).flatMap(Mono::justOrEmpty).flatMap(this::load).defaultIfEmpty(false);
	}

	private Mono<Boolean> load(TakenFile file) {
		Mono<ImportRun> run = this.turn.inOne(this.runs.find(file.id()).switchIfEmpty(Mono.defer(() -> store(file))));
		return this.acceptImport.outcome(file.path(), run)
			.map(ImportFromFolder::refusal)
			// Another instance has put it away.
			.onErrorResume(NoSuchFileException.class, (gone) -> Mono.empty())
			.onErrorResume(ProblemException.class, (refused) -> Mono.just(Optional.of(refused.problem())))
			.onErrorResume((error) -> error instanceof RuntimeException && Outage.of(error).isEmpty(),
					(error) -> failed(file, error))
			.flatMap((refusal) -> blocking(() -> putAway(file, refusal)));
	}

	private Mono<ImportRun> store(TakenFile file) {
		return blocking(() -> this.folder.open(file))
			.flatMap((upload) -> this.acceptImport.store(file.id(), upload, FOLDER));
	}

	private static Optional<Problem> refusal(Outcome outcome) {
		return switch (outcome) {
			case Outcome.Accepted accepted -> Optional.empty();
			case Outcome.Refused refused -> Optional.of(ImportProblems.of(refused));
		};
	}

	/** Once more it would fail again, and no other file would have its turn. */
	private static Mono<Optional<Problem>> failed(TakenFile file, Throwable error) {
		log.error("File {} of the import folder, import {}, failed", file.name(), file.id(), error);
		return Mono.just(Optional.of(Problem.internal()));
	}

	private boolean putAway(TakenFile file, Optional<Problem> refusal) throws Exception {
		if (refusal.isPresent() && this.folder.refused(file, refusal.get())) {
			log.info("File {} of the import folder was refused: {}", file.name(), refusal.get().code());
		}
		if (refusal.isEmpty() && this.folder.accepted(file)) {
			log.info("File {} of the import folder is import {}", file.name(), file.id());
		}
		return true;
	}

	private static <T> Mono<T> blocking(Callable<T> step) {
		return Mono.fromCallable(step).subscribeOn(Schedulers.boundedElastic());
	}

}
