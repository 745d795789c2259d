package city.plaza.identity.password;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fixed number of threads and a queue with an end. On Linux they give way to all other
 * threads, so that a rush of sign-ins takes the cores that are idle and no more.
 */
final class HashingThreads {

	private static final Logger log = LoggerFactory.getLogger(HashingThreads.class);

	/**
	 * Of 0 to 19: a ninth of the share of a usual thread where both want the core. It
	 * still is a share: on a busy machine sign-ins become slower, but none waits for
	 * ever.
	 */
	private static final int NICENESS = 10;

	private HashingThreads() {
	}

	static ThreadPoolExecutor start(int threads, int waiting) {
		ThreadFactory named = Thread.ofPlatform().name("password-hash-", 0).daemon().factory();
		return new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting),
				(task) -> named.newThread(() -> {
					giveWay();
					task.run();
				}));
	}

	/** Java's own thread priorities have no effect on Linux. There a thread has one. */
	@SuppressWarnings("restricted") // calls the system: three whole numbers, no memory
	private static void giveWay() {
		if (!System.getProperty("os.name", "").equals("Linux")) {
			return;
		}
		Linker linker = Linker.nativeLinker();
		try {
			MethodHandle setPriority = linker.downcallHandle(linker.defaultLookup().findOrThrow("setpriority"),
					FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
							ValueLayout.JAVA_INT));
			int failed = (int) setPriority.invokeExact(0, 0, NICENESS);
			log.debug("Thread gives way: {}", failed == 0);
		}
		catch (Throwable ex) {
			log.info("Hashing threads cannot give way on this system: {}", ex.toString());
		}
	}

}
