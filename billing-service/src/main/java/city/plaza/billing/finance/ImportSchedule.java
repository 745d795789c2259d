package city.plaza.billing.finance;

import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Keeps imports going, and forgets the rejected rows of old ones. */
@Configuration(proxyBeanMethods = false)
class ImportSchedule {

	/** Other statements do not wait long. */
	private static final int AT_ONCE = 1000;

	private static final Logger log = LoggerFactory.getLogger(ImportSchedule.class);

	private final ContinueImports continueImports;

	private final ImportErrors errors;

	private final StagedRows staged;

	private final FinanceSettings settings;

	ImportSchedule(ContinueImports continueImports, ImportErrors errors, StagedRows staged, FinanceSettings settings) {
		this.continueImports = continueImports;
		this.errors = errors;
		this.staged = staged;
		this.settings = settings;
	}

	/** As long as there is one, the next follows at once. */
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
	Mono<Void> continueImports() {
		return Mono.defer(this.continueImports::next)
			.repeat()
			.takeWhile(Boolean::booleanValue)
			.then()
			.onErrorResume((error) -> {
				log.warn("Imports could not be continued this time: {}", error.toString());
				return Mono.empty();
			});
	}

	@Scheduled(initialDelay = 3, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	Mono<Void> clearOrphanedRows() {
		return Mono.defer(this.staged::clearOrphaned).onErrorResume((error) -> {
			log.warn("Rows of imports that are over could not be removed this time: {}", error.toString());
			return Mono.empty();
		});
	}

	@Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	Mono<Void> forgetRejectedRows() {
		return Mono.defer(() -> this.errors.deleteOld(this.settings.errorsKeptDays(), AT_ONCE))
			.repeat()
			.takeUntil((deleted) -> deleted < AT_ONCE)
			.then()
			.onErrorResume((error) -> {
				log.warn("Rejected rows of old imports could not be deleted this time: {}", error.toString());
				return Mono.empty();
			});
	}

}
