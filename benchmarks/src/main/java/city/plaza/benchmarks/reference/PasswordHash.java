package city.plaza.benchmarks.reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import city.plaza.benchmarks.load.Sample;
import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id with the parameters of identity-service, and nothing else. */
public final class PasswordHash {

	static final int KILOBYTES = 19_456;

	static final int PASSES = 2;

	static final int BYTES = 32;

	private static final int SALT = 16;

	private static final String PASSPHRASE = "a passphrase of some length";

	private PasswordHash() {
	}

	/** Hashes with a thread for each processor. */
	public static Sample alone(Duration run) throws InterruptedException {
		long hashes = count(run);
		return Sample.of(hashes * 1e9 / run.toNanos(), Map.of("hashes", hashes));
	}

	/**
	 * Hashes with a thread for each processor in a process of its own that gives way to
	 * all others, so far as a process can: what such work costs the rest on this machine
	 * at the least.
	 * @param run how long, from the start of the process on
	 * @return the process
	 * @throws IOException where {@code nice} is not there
	 */
	public static Process beside(Duration run) throws IOException {
		return new ProcessBuilder("nice", "-n", "19",
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC",
				"--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
				PasswordHash.class.getName(), run.toString())
			.inheritIO()
			.start();
	}

	/**
	 * The process of {@link #beside}.
	 * @param arguments how long, as ISO 8601 writes it
	 */
	public static void main(String[] arguments) throws InterruptedException {
		count(Duration.parse(arguments[0]));
	}

	private static long count(Duration run) throws InterruptedException {
		LongAdder done = new LongAdder();
		Runnable hash = fastest();
		long end = System.nanoTime() + run.toNanos();
		Thread[] threads = new Thread[Runtime.getRuntime().availableProcessors()];
		for (int i = 0; i < threads.length; i++) {
			threads[i] = Thread.ofPlatform().start(() -> {
				while (System.nanoTime() < end) {
					hash.run();
					done.increment();
				}
			});
		}
		for (Thread thread : threads) {
			thread.join();
		}
		return done.sum();
	}

	/** As identity-service does: in C where this system has it, else in Java. */
	private static Runnable fastest() {
		try {
			Argon2 argon2 = Argon2Factory.create(Argon2Factory.Argon2Types.ARGON2id, SALT, BYTES);
			Runnable inC = () -> argon2.hash(PASSES, KILOBYTES, 1, PASSPHRASE.getBytes(StandardCharsets.UTF_8));
			inC.run();
			return inC;
		}
		catch (LinkageError | RuntimeException noLibrary) {
			return PasswordHash::inJava;
		}
	}

	private static void inJava() {
		byte[] salt = new byte[SALT];
		new SecureRandom().nextBytes(salt);
		Argon2BytesGenerator generator = new Argon2BytesGenerator();
		generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withSalt(salt)
			.withMemoryAsKB(KILOBYTES)
			.withIterations(PASSES)
			.withParallelism(1)
			.build());
		generator.generateBytes(PASSPHRASE.getBytes(StandardCharsets.UTF_8), new byte[BYTES]);
	}

}
