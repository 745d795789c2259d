package city.plaza.identity.completion;

import city.plaza.identity.account.AccountId;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Gives the progress of a resident to what shows it beside other things. */
@Component
public class FindProgress {

	private final ReadProgress readProgress;

	FindProgress(ReadProgress readProgress) {
		this.readProgress = readProgress;
	}

	/** The progress; never empty. */
	public Mono<ProgressResponse> of(AccountId resident) {
		return this.readProgress.of(resident).map(ProgressResponse::of);
	}

}
