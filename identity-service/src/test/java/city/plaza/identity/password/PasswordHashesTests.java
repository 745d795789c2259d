package city.plaza.identity.password;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import city.plaza.identity.secret.Secret;
import city.plaza.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordHashesTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private static final PasswordSettings SETTINGS = new PasswordSettings(List.of(), 19456, 2, 2, 2, true);

	private final PasswordHashes hashes = new PasswordHashes(SETTINGS);

	@AfterEach
	void stop() {
		this.hashes.destroy();
	}

	@Test
	void knowsAPasswordAgain() {
		String hash = hash("nine quiet herons wade");
		assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
		assertThat(matches("nine quiet herons wade", hash)).isTrue();
		assertThat(matches("nine quiet herons wadE", hash)).isFalse();
	}

	@Test
	void knowsItHoweverItsCharactersAreComposed() {
		assertThat(matches("cafe\u0301 am großen fluss", hash("caf\u00e9 am großen fluss"))).isTrue();
	}

	@Test
	void saltsEachHash() {
		assertThat(hash("nine quiet herons wade")).isNotEqualTo(hash("nine quiet herons wade"));
	}

	/** Else the time of a response would show whether an address has an account. */
	@Test
	void doesTheSameWorkWithoutAnAccount() {
		List<String> compared = new CopyOnWriteArrayList<>();
		PasswordHashes recording = new PasswordHashes(SETTINGS, new Recording(compared));
		String hash = hash("nine quiet herons wade");
		assertThat(recording.matches(Secret.of("not the password"), hash).block(TIMEOUT)).isFalse();
		assertThat(recording.matches(Secret.of("not the password"), null).block(TIMEOUT)).isFalse();
		recording.destroy();
		assertThat(compared).hasSize(2).first().isEqualTo(hash);
		assertThat(compared.getLast()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
			.hasSameSizeAs(hash)
			.isNotEqualTo(hash);
	}

	/** Whatever is typed: who has no account has no password either. */
	@Test
	void matchesNobodyWithoutAnAccount() {
		PasswordHashes easy = new PasswordHashes(SETTINGS, new Recording(new CopyOnWriteArrayList<>()) {
			@Override
			public boolean matches(String password, String hash) {
				return true;
			}
		});
		assertThat(easy.matches(Secret.of("any"), null).block(TIMEOUT)).isFalse();
		assertThat(easy.matches(Secret.of("any"), "a hash").block(TIMEOUT)).isTrue();
		easy.destroy();
	}

	@Test
	void asksToTryAgainWhereTheQueueIsFull() {
		List<Signal<String>> answers = Flux.range(0, 64)
			.flatMap((number) -> this.hashes.hash(Secret.of("nine quiet herons wade")).materialize(), 64)
			.collectList()
			.block(TIMEOUT);
		// Two at work and two that wait; a third pair may have been let in as the first
		// ended.
		assertThat(answers).filteredOn(Signal::isOnNext).hasSizeBetween(4, 8);
		assertThat(answers).filteredOn(Signal::isOnError)
			.allSatisfy((answer) -> assertThat(answer.getThrowable()).isInstanceOfSatisfying(ProblemException.class,
					(refused) -> {
						assertThat(refused.problem().status().value()).isEqualTo(503);
						assertThat(refused.problem().code()).isEqualTo("busy");
						assertThat(refused.problem().retryAfter()).isPositive();
					}));
	}

	@Test
	void letsNoMoreBeginThanKeepTheThreadsBusy() {
		Set<Integer> begun = ConcurrentHashMap.newKeySet();
		Sinks.Empty<Integer> end = Sinks.empty();
		List<Signal<Integer>> answers = Flux.range(0, 64).flatMap((number) -> this.hashes.inTurn(Mono.defer(() -> {
			begun.add(number);
			return end.asMono();
		})).materialize(), 64).mergeWith(Mono.delay(Duration.ofMillis(200)).then(Mono.fromRunnable(() -> {
			assertThat(begun).containsExactlyInAnyOrder(0, 1, 2, 3);
			end.tryEmitEmpty();
		}))).collectList().block(TIMEOUT);
		assertThat(begun).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
		assertThat(answers).filteredOn(Signal::isOnError)
			.hasSize(58)
			.allSatisfy((answer) -> assertThat(answer.getThrowable()).isInstanceOfSatisfying(ProblemException.class,
					(refused) -> assertThat(refused.problem().code()).isEqualTo("busy")));
	}

	@Test
	void worksOffTheCallersThread() {
		String worker = Mono.defer(() -> this.hashes.hash(Secret.of("nine quiet herons wade")))
			.map((hash) -> Thread.currentThread().getName())
			.block(TIMEOUT);
		assertThat(worker).startsWith("password-hash");
	}

	private String hash(String password) {
		return String.valueOf(this.hashes.hash(Secret.of(password)).block(TIMEOUT));
	}

	private boolean matches(String password, @Nullable String hash) {
		return Boolean.TRUE.equals(this.hashes.matches(Secret.of(password), hash).block(TIMEOUT));
	}

	/** Notes what is compared with. */
	private static class Recording implements Argon2 {

		private final Argon2 argon2 = new JavaArgon2(SETTINGS.memory(), SETTINGS.passes());

		private final List<String> compared;

		Recording(List<String> compared) {
			this.compared = compared;
		}

		@Override
		public String hash(String password) {
			return this.argon2.hash(password);
		}

		@Override
		public boolean matches(String password, String hash) {
			this.compared.add(hash);
			return this.argon2.matches(password, hash);
		}

	}

}
