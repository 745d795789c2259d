package city.plaza.platform.security;

import java.time.Duration;

import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Reads the keys before the instance takes requests, the first of which would have to
 * wait for them. Where identity-service does not come in time it starts all the same.
 */
final class KeysAtStart implements ApplicationRunner {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final KeyRing keys;

	KeysAtStart(KeyRing keys) {
		this.keys = keys;
	}

	/** The thread that waits is the one that starts the instance. */
	@Override
	public void run(ApplicationArguments none) {
		this.keys.read()
			.retryWhen(Retry.fixedDelay(Long.MAX_VALUE, KeyRing.PAUSE))
			.timeout(LIMIT)
			.onErrorResume((warned) -> Mono.empty())
			.block();
	}

}
