package city.plaza.local.suite;

import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Another supervisor, for tests; it has lived through a collection of garbage. */
final class LockHolder {

	private LockHolder() {
	}

	public static void main(String[] arguments) throws IOException, InterruptedException {
		new Running(new Home(Path.of(arguments[0]))).claim();
		CountDownLatch collected = new CountDownLatch(2);
		Cleaner cleaner = Cleaner.create();
		do {
			cleaner.register(new Object(), collected::countDown);
			System.gc();
		}
		while (!collected.await(20, TimeUnit.MILLISECONDS));
		System.out.println("held");
		System.in.read();
	}

}
