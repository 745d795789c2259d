package city.plaza.benchmarks.reference;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id with the parameters of identity-service, and nothing else. */
public final class PasswordHash {

	private static final int KILOBYTES = 19_456;

	private static final int PASSES = 2;

	private static final int BYTES = 32;

	private PasswordHash() {
	}

	/**
	 * Hashes a second with a thread for each processor, after a warm-up as long as the
	 * run.
	 */
	public static double perSecond(Duration run) throws InterruptedException {
		count(run);
		return count(run) * 1e9 / run.toNanos();
	}

	private static long count(Duration run) throws InterruptedException {
		LongAdder done = new LongAdder();
		long end = System.nanoTime() + run.toNanos();
		Thread[] threads = new Thread[Runtime.getRuntime().availableProcessors()];
		for (int i = 0; i < threads.length; i++) {
			threads[i] = Thread.ofPlatform().start(() -> {
				while (System.nanoTime() < end) {
					hash();
					done.increment();
				}
			});
		}
		for (Thread thread : threads) {
			thread.join();
		}
		return done.sum();
	}

	private static void hash() {
		byte[] salt = new byte[16];
		new SecureRandom().nextBytes(salt);
		Argon2BytesGenerator generator = new Argon2BytesGenerator();
		generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withSalt(salt)
			.withMemoryAsKB(KILOBYTES)
			.withIterations(PASSES)
			.withParallelism(1)
			.build());
		generator.generateBytes("a passphrase of some length".getBytes(StandardCharsets.UTF_8), new byte[BYTES]);
	}

}
