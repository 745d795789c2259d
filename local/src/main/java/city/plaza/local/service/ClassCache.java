package city.plaza.local.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The JVM's ahead-of-time cache of loaded and linked classes, one per application. It
 * halves the time of a start and is made by a run that looks like a real one.
 */
public enum ClassCache {

	/** Use the cache where there is one. */
	USE {
		@Override
		List<String> options(Path directory) {
			Path cache = file(directory);
			return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
		}
	},

	/** Watch this run, and write the cache as the process ends. */
	MAKE {
		@Override
		List<String> options(Path directory) {
			return Files.exists(file(directory)) ? List.of() : List.of("-XX:AOTCacheOutput=" + file(directory));
		}
	};

	private static final String NAME = "classes.aot";

	/** What to tell the JVM that runs the application in this directory. */
	abstract List<String> options(Path directory);

	/** Whether the application in this directory has its cache. */
	public static boolean existsIn(Path directory) {
		return Files.exists(file(directory));
	}

	private static Path file(Path directory) {
		return directory.resolve(NAME);
	}

}
