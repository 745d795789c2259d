package city.plaza.local.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The JVM's ahead-of-time cache of loaded and linked classes of one application. It
 * halves the time of a start, and is made by a run that ends once everything is wired.
 *
 * @param file where the finished cache lies
 */
record ClassCache(Path file) {

	static ClassCache in(Path directory) {
		return new ClassCache(directory.resolve("classes.aot"));
	}

	boolean exists() {
		return Files.exists(this.file);
	}

	/** The options of a JVM that starts from the cache; none where there is no cache. */
	List<String> use() {
		return exists() ? List.of("-XX:AOTCache=" + this.file) : List.of();
	}

	/**
	 * The options of the JVM whose run makes the cache. It has the name and port of the
	 * instance that serves, so it must not register: Eureka would take the one that
	 * serves for one that is starting, for good.
	 */
	List<String> make() {
		return List.of("-XX:AOTCacheOutput=" + unfinished(), "-Dspring.context.exit=onRefresh",
				"-Deureka.client.register-with-eureka=false");
	}

	/** Puts the cache just made in its place: no start ever sees half of one. */
	void finish() throws IOException {
		Files.move(unfinished(), this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	private Path unfinished() {
		// Another suite may make the same one at the same time.
		return this.file.resolveSibling("unfinished-" + ProcessHandle.current().pid() + ".aot");
	}

}
