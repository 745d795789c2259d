package city.plaza.identity.password;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;

import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolAcquirePendingLimitException;
import reactor.pool.PoolBuilder;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Argon2id, as many at once as there are cores and never on the event loop: a rush of
 * sign-ins waits here, in a queue with an end, while everything else continues.
 */
@Component
public class PasswordHashes implements DisposableBean {

	/** Too many passwords are checked at once. */
	public static final Problem BUSY = Problem
		.of(HttpStatus.SERVICE_UNAVAILABLE, "busy",
				"Very many people are signing in just now. Please try again in a few seconds.")
		.retryAfter(Duration.ofSeconds(5));

	private final Argon2 argon2;

	private final ThreadPoolExecutor threads;

	private final Scheduler workers;

	private final InstrumentedPool<Object> turns;

	private final String nobodys;

	@Autowired
	PasswordHashes(PasswordSettings settings) {
		this(settings, settings.inNative() ? NativeArgon2.orJava(settings.memory(), settings.passes())
				: new JavaArgon2(settings.memory(), settings.passes()));
	}

	PasswordHashes(PasswordSettings settings, Argon2 argon2) {
		this.argon2 = argon2;
		int atOnce = (settings.threads() > 0) ? settings.threads() : Runtime.getRuntime().availableProcessors();
		this.threads = HashingThreads.start(atOnce, settings.waiting());
		// While some are hashed, as many others do what comes before and after.
		this.turns = PoolBuilder.from(Mono.fromCallable(Object::new))
			.sizeBetween(0, 2 * atOnce)
			.maxPendingAcquire(settings.waiting())
			.buildPool();
		this.workers = Schedulers.fromExecutorService(this.threads);
		this.nobodys = encode(OpaqueTokens.next());
	}

	public Mono<String> hash(Secret password) {
		return work(() -> encode(password));
	}

	/**
	 * Compares a password. It takes as long without an account as with one.
	 * @param password as typed
	 * @param hash of the account, or null where there is none
	 * @return whether there is an account and it is its password
	 */
	public Mono<Boolean> matches(Secret password, @Nullable String hash) {
		return work(() -> this.argon2.matches(PasswordText.normalized(password), (hash != null) ? hash : this.nobodys)
				&& hash != null);
	}

	/**
	 * Lets work around a hash begin in turn, just so many at once that the threads have
	 * enough to do. What waits has cost nothing yet, the database neither.
	 * @param <T> its result
	 * @param work begins when its turn comes
	 * @return its end; 503 {@code busy} where too much waits already
	 */
	public <T> Mono<T> inTurn(Mono<T> work) {
		return this.turns.withPoolable((turn) -> work)
			.singleOrEmpty()
			.onErrorMap(PoolAcquirePendingLimitException.class, (full) -> BUSY.asException());
	}

	@Override
	public void destroy() {
		this.turns.dispose();
		this.workers.dispose();
		this.threads.shutdownNow();
	}

	private String encode(Secret password) {
		return this.argon2.hash(PasswordText.normalized(password));
	}

	private <T> Mono<T> work(Callable<T> hashing) {
		return Mono.fromCallable(hashing)
			.subscribeOn(this.workers)
			.onErrorMap(RejectedExecutionException.class, (full) -> BUSY.asException());
	}

}
