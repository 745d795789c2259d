package city.plaza.billing.finance;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks into the import folder every few seconds. */
@Configuration(proxyBeanMethods = false)
class FolderSchedule {

	private static final Logger log = LoggerFactory.getLogger(FolderSchedule.class);

	private final ImportFromFolder importFromFolder;

	FolderSchedule(ImportFromFolder importFromFolder) {
		this.importFromFolder = importFromFolder;
	}

	/** All files that are there, one after another. */
	@Scheduled(fixedDelayString = "${plaza.billing.finance.folder-poll}")
	Mono<Void> importFromFolder() {
		return Mono.defer(this.importFromFolder::next)
			.repeat()
			.takeWhile(Boolean::booleanValue)
			.then()
			.onErrorResume((error) -> {
				log.warn("Nothing could be imported from the folder this time: {}", error.toString());
				return Mono.empty();
			});
	}

}
