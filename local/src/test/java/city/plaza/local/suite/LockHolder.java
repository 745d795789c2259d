package city.plaza.local.suite;

import java.io.IOException;
import java.nio.file.Path;

/** Another supervisor, for tests. */
final class LockHolder {

	private LockHolder() {
	}

	public static void main(String[] arguments) throws IOException {
		new Running(new Home(Path.of(arguments[0]))).claim();
		System.out.println("held");
		System.in.read();
	}

}
