package city.plaza.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the build leaves the jars that production runs. */
final class Jars {

	private static final Path REPOSITORY = Path.of(System.getProperty("plaza.repository", "..")).toAbsolutePath();

	private Jars() {
	}

	static Path of(String module) throws IOException {
		try (Stream<Path> files = Files.list(REPOSITORY.resolve(module).resolve("target"))) {
			return files
				.filter((file) -> String.valueOf(file.getFileName())
					.matches("plaza-" + module + "-[\\d.]+(-SNAPSHOT)?\\.jar"))
				.findFirst()
				.orElseThrow();
		}
	}

}
